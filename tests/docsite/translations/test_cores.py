"""Pages spread over processes: the same answers, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, field
from typing import Any

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import checking, cores, status
from scripts.docsite.translations.memo import Memo
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import Repository

KEYS = [PageKey(f"page-{number}.md") for number in range(cores.FEWEST)]
TASKS = {f"{code} {key}": (code, key) for code in ("es", "fa") for key in KEYS}


@dataclass
class Meeting:
    """Lets two processes go on when both have begun to work."""

    here: int = field(default_factory=os.getpid)
    pipes: list[tuple[int, int]] = field(default_factory=lambda: [os.pipe(), os.pipe()])
    is_over: bool = False

    def is_elsewhere(self) -> bool:
        """Whether it is asked in another process; the first answer waits for the other one."""
        is_elsewhere = os.getpid() != self.here
        if not self.is_over:
            os.write(self.pipes[is_elsewhere][1], b".")
            self.is_over = os.read(self.pipes[not is_elsewhere][0], 1) == b"."
        return is_elsewhere


def test_a_page_is_worked_on_by_one_process() -> None:
    """In all languages, while another one works on other pages."""
    meeting = Meeting()

    def work(code: str, key: PageKey) -> Any:
        return [code, key, meeting.is_elsewhere()]

    found = cores.spread(TASKS, work, 2)
    assert {name: tuple(told[:2]) for name, told in found.items()} == TASKS
    by_page = {key: {where for _, k, where in found.values() if k == key} for key in KEYS}
    assert {len(where) for where in by_page.values()} == {1}
    assert {is_elsewhere for (is_elsewhere,) in by_page.values()} == {False, True}


def test_there_may_be_any_number_of_pages() -> None:
    """More than there are parts to take."""
    keys = [PageKey(f"page-{number}.md") for number in range(1000)]
    found = cores.spread({key: ("es", key) for key in keys}, lambda code, key: key, 2)
    assert found == {key: key for key in keys}


def test_few_pages_need_no_other_process() -> None:
    """Nor does a machine with one core."""
    few = dict(list(TASKS.items())[: cores.FEWEST])
    for tasks, count in ((few, 8), (TASKS, 1), ({}, 2)):
        found = cores.spread(tasks, lambda code, key: os.getpid(), count)
        assert found == dict.fromkeys(tasks, os.getpid())


@pytest.mark.parametrize("bad", [KEYS[0], KEYS[1]])
def test_what_cannot_be_worked_out_is_left_out(bad: PageKey) -> None:
    """Whichever process meets it; who asks for it then meets the error."""

    def work(code: str, key: PageKey) -> Any:
        if key == bad:
            raise DocsError("no")
        return code

    found = cores.spread(TASKS, work, 2)
    assert f"es {bad}" not in found
    assert found.items() <= {name: code for name, (code, _) in TASKS.items()}.items()


def test_a_process_that_is_ended_loses_what_it_took() -> None:
    """As by a system that is out of memory; the others do the rest."""
    meeting = Meeting()

    def work(code: str, key: PageKey) -> Any:
        if meeting.is_elsewhere():
            os.kill(os.getpid(), signal.SIGKILL)
        return code

    found = cores.spread(TASKS, work, 2)
    assert len({key for name, (_, key) in TASKS.items() if name not in found}) == 1


def test_the_status_and_the_findings_are_those_of_one_process(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the first error is the one that is told."""
    repository.change("es", "[mapa](index.md)", "mapa").change("en", "still free", "free")
    alone = status.as_json(status.survey(Workbench.of(repository.project.tree)))
    findings = [
        f for p in Workbench.of(repository.project.tree).chosen() for f in checking.check(p)
    ]
    monkeypatch.setattr(cores, "FEWEST", 1)
    monkeypatch.setattr(cores.os, "cpu_count", lambda: 3)
    bench = Workbench.of(repository.project.tree)
    assert findings
    assert checking.check_all(bench, "", [], Memo(bench)) == findings
    assert status.as_json(status.survey(bench)) == alone
    for code in ("es", "fa"):
        repository.project.change({f"docs/{code}/huts.md": "---\nsync: 1\n---\n\n# A { #huts }\n"})
    bench = Workbench.of(repository.project.tree)
    with pytest.raises(DocsError, match=r"docs/es/huts\.md:2: "):
        checking.check_all(bench, "", [], Memo(bench))
