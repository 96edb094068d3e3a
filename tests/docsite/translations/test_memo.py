"""The memo: what is known is not worked out again, and nothing stale is ever believed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from scripts.docsite.translations import checking, cores, status
from scripts.docsite.translations import memo as memo_room
from scripts.docsite.translations.memo import FILE, Memo, memo
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import KEY, Repository

GLOSSARY = "terms:\n  bed:\n    use: [cama]\n    avoid:\n      lecho: cama\n"


def answers(repository: Repository, *, with_memo: bool) -> str:
    """Return the status and the findings, as told."""
    bench = Workbench.of(repository.project.tree)
    if not with_memo:
        found = [finding for page in bench.chosen() for finding in checking.check(page)]
        return status.as_json(status.survey(bench)) + "".join(map(str, found))
    with memo(bench) as known:
        found = checking.check_all(bench, "", [], known)
        return status.as_json(status.survey(bench, [], known)) + "".join(map(str, found))


def worked_out(repository: Repository) -> int:
    """Return how many answers a run could not take from the memo."""
    bench = Workbench.of(repository.project.tree)
    with memo(bench) as known:
        checking.check_all(bench, "", [], known)
        status.survey(bench, [], known)
        return len(known.given.keys() - known.known.keys())


EDITS: list[Callable[[Repository], object]] = [
    lambda r: r.change("en", "still free", "free"),
    lambda r: r.change("es", "`beds()`", "beds"),
    lambda r: r.change("es", "(index.md)", "(../index.md)"),
    lambda r: r.project.change({"docs_src/huts/tutorial001.py": "first = 9\nsecond = 2\n"}),
    lambda r: r.project.change({"docs_src/huts/tutorial001.py": None}),
    lambda r: r.project.change({f"docs/es/{KEY}": None}),
    lambda r: r.project.change({"docs/en/new.md": "# New { #new }\n\nText.\n"}),
    lambda r: r.project.change({"docs/fa/index.md": "# A { #home }\n"}),
    lambda r: r.project.change({"data/glossary/es.yml": GLOSSARY.replace("cama", "plaza")}),
    lambda r: r.project.change(
        {"data/languages.yml": r.project.read("data/languages.yml") + "  - huts.md\n"}
    ),
]


@pytest.fixture
def known(repository: Repository) -> Repository:
    """Return a repository of which the memo knows everything."""
    schema = (memo_room.Path(__file__).parents[3] / memo_room.SCHEMA).read_text(encoding="utf-8")
    repository.project.change({memo_room.SCHEMA: schema, "data/glossary/es.yml": GLOSSARY})
    assert answers(repository, with_memo=True) == answers(repository, with_memo=False)
    assert worked_out(repository) == 0
    return repository


def test_what_several_processes_find_first_is_known(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that they found on the way, too."""
    monkeypatch.setattr(cores, "FEWEST", 1)
    assert answers(repository, with_memo=True) == answers(repository, with_memo=False)
    assert worked_out(repository) == 0


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_whatever_changes_is_noticed(known: Repository, number: int) -> None:
    """The answers are those that are given without a memo, and change back with the files."""
    before = answers(known, with_memo=False)
    files = {p: known.project.read(p) for p in known.project.files() if p.endswith((".md", ".yml"))}
    example = known.project.read("docs_src/huts/tutorial001.py")
    EDITS[number](known)
    assert answers(known, with_memo=False) != before
    assert answers(known, with_memo=True) == answers(known, with_memo=False)
    for path in ("docs/en/new.md", "docs/fa/index.md"):
        (known.root / path).unlink(missing_ok=True)
    known.project.change({**files, "docs_src/huts/tutorial001.py": example})
    assert answers(known, with_memo=True) == before


def test_only_what_changed_is_worked_out(known: Repository) -> None:
    """An edit of a translation asks for its own two answers, that of English for those of all."""
    known.change("es", "Un refugio", "Cada refugio")
    assert worked_out(known) == 2
    known.change("en", "still free", "free")
    assert worked_out(known) == 1 + 2 + 1  # its includes; es twice; fa, which lacks the page
    assert worked_out(known) == 0


@pytest.mark.parametrize("text", ["", "[1]", "{", "\x00", '{"a": 1}'])
def test_a_damaged_memo_is_an_empty_one(known: Repository, text: str) -> None:
    """It is written anew."""
    known.project.change({FILE: text})
    assert answers(known, with_memo=True) == answers(known, with_memo=False)
    assert worked_out(known) == 0


def test_a_memo_that_was_changed_is_an_empty_one(known: Repository) -> None:
    """By one letter, which leaves it readable."""
    known.project.change({FILE: known.project.read(FILE).replace("current", "currant")})
    assert answers(known, with_memo=True) == answers(known, with_memo=False)


def test_other_tools_give_other_answers(known: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memo of another Python is not believed."""
    monkeypatch.setattr(memo_room.sys, "version", "4.0")
    assert worked_out(known) > 0


def test_the_memo_is_bounded(known: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not asked for in the last run goes first."""
    monkeypatch.setattr(memo_room, "LIMIT", 5)
    known.change("es", "Un refugio", "Cada refugio")
    worked_out(known)
    kept = json.loads(known.project.read(FILE).partition("\n")[2])
    assert len(kept) == 5
    bench = Workbench.of(known.project.tree)
    with memo(bench) as found:
        checking.check_all(bench, "es", [], found)
    assert found.given.keys() <= kept.keys()


def test_without_a_place_to_write_all_is_answered(known: Repository) -> None:
    """The memo is a convenience."""
    known.project.change({FILE: None})
    (known.root / ".cache/translations").rmdir()
    known.project.change({".cache/translations": "no folder"})
    assert answers(known, with_memo=True) == answers(known, with_memo=False)
    assert Memo(Workbench.of(known.project.tree)).known == {}
