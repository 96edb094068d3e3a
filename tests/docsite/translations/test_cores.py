"""Pages spread over processes: the same answers, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
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


def test_a_page_is_worked_on_by_one_process() -> None:
    """In all languages, while another one works on other pages."""
    found = cores.spread(TASKS, lambda code, key: [code, key, os.getpid()], 2)
    assert {name: tuple(told[:2]) for name, told in found.items()} == TASKS
    by_page = {key: {pid for _, k, pid in found.values() if k == key} for key in KEYS}
    assert {len(pids) for pids in by_page.values()} == {1}
    assert {len({*by_page[key]} - {os.getpid()}) for key in KEYS} == {0, 1}


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


def test_a_process_that_is_ended_loses_its_part() -> None:
    """As by a system that is out of memory."""
    here = os.getpid()

    def work(code: str, key: PageKey) -> Any:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return code

    found = cores.spread(TASKS, work, 2)
    assert {name for name, (_, key) in TASKS.items() if key in KEYS[::2]} == found.keys()


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
