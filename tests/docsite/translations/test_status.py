"""The status of translations: counted from the pages, for people, programs and the site."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import start, status, sync
from scripts.docsite.translations.states import Workbench
from tests.docsite.translations.conftest import Repository


def spanish(repository: Repository) -> status.LanguageStatus:
    """Return the status of Spanish."""
    (found,) = status.survey(Workbench.of(repository.project.tree), ["es"])
    return found


def words(repository: Repository) -> dict[str, int]:
    """Return the English words by the state of their section, in Spanish."""
    return {state.value: count for state, count in spanish(repository).words.items()}


def test_pages_and_words_are_counted(repository: Repository) -> None:
    """A page that is not translated is missing with all its words."""
    found = spanish(repository)
    counts = [len(p) for p in (found.pages, found.translated, found.current, found.stale)]
    assert counts == [2, 1, 1, 0]
    total = 1 + 12 + 1 + 10 + 1 + 6  # headings and text; code and the front matter are none
    assert words(repository) == {"current": total, "missing": 1 + 5}
    assert found.percent == 100 * total // (total + 6)


def test_words_follow_the_state_of_their_section(repository: Repository) -> None:
    """A stale section counts with its English words of now, an orphan with its own."""
    repository.change("en", "that are still free", "still free")
    assert words(repository) == {"current": 20, "prose changed": 9, "missing": 6}
    repository.change("en", "{ #recap }", "{ #end }")
    assert words(repository) == {
        "current": 13,
        "prose changed": 9,
        "missing": 13,
        "orphan": 9,
    }
    assert [str(page.key) for page in spanish(repository).stale] == ["huts.md"]


def test_a_page_without_a_record_is_listed(repository: Repository) -> None:
    """Its text counts as covered, because readers get it without a notice."""
    text = repository.read("es")
    head, tail = text.split("sync:\n")[0], text.split("---\n", 2)[2]
    repository.commit(es=f"{head}---\n{tail}")
    found = spanish(repository)
    assert [str(page.key) for page in found.unsynced] == ["huts.md"]
    assert not found.current
    assert found.percent > 0


def test_json_has_every_state(repository: Repository) -> None:
    """Programs find the same keys for each language."""
    found = json.loads(status.as_json(status.survey(Workbench.of(repository.project.tree))))
    assert [entry["code"] for entry in found] == ["es", "fa"]
    states = {"current", "prose_changed", "code_changed", "unsynced", "missing", "orphan"}
    assert all(entry["words"].keys() == entry["sections"].keys() == states for entry in found)
    (page,) = found[0]["translations"]
    assert page["page"] == "huts.md"
    assert page["sections"]["recap"] == "current"
    assert found[1]["translations"] == []


def test_an_unknown_language_is_refused(repository: Repository) -> None:
    """The known ones are named."""
    with pytest.raises(DocsError, match="there is no language 'xx'"):
        status.survey(Workbench.of(repository.project.tree), ["xx"])


def test_a_page_of_which_nothing_is_translated_yet_is_missing(repository: Repository) -> None:
    """It counts as it did before it was put in place, until a section is translated."""
    before = status.as_json([spanish(repository)])
    bench = Workbench.of(repository.project.tree)
    start.apply(repository.root, start.plan(bench, "es", PageKey("index.md")))
    assert status.as_json([spanish(repository)]) == before
    text = repository.project.read("docs/es/index.md")
    assert "translate: true" in text or "<!-- translate -->" in text
    ready = text.replace("<!-- translate -->\n\n", "")
    repository.project.change({"docs/es/index.md": ready})
    assert len(spanish(repository).translated) == 2


def test_drafts_that_nobody_has_read_are_told_apart(drafted: Repository) -> None:
    """Readers get a notice above them, so they are not covered; the review is still to be done."""
    found = spanish(drafted)
    (page,) = found.translated
    assert dict(page.drafts) == {"beds": 11}
    assert not page.is_current
    assert (found.draft_words, found.percent) == (11, 100 * (31 - 11) // 37)
    (row,) = status.rows([found])
    assert row["drafts"] == {"sections": 1, "words": 11}
    assert row["translations"][0]["drafts"] == ["beds"]
    assert row["words"]["current"] == 31
    drafted.change("en", "that are still free", "still free")
    assert not spanish(drafted).draft_words, "readers are told more: it is behind English"


def test_edits_that_are_not_recorded_are_told(repository: Repository) -> None:
    """Where readers get a notice, until they are."""
    repository.change("es", "Un refugio", "Cada refugio").change("es", "esta noche", "hoy")
    repository.change("en", "that are still free", "still free")
    (row,) = status.rows([spanish(repository)])
    assert row["translations"][0]["edited"] == ["beds"]
    command = ["--root", str(repository.root), "translations", "status", "es"]
    told = CliRunner().invoke(app, command).output
    assert "huts.md: beds (prose changed, since " in told
    assert told.endswith(", commits: 1, edited but not recorded)\n")
    repository.sync("beds")
    assert "edited" not in CliRunner().invoke(app, command).output


def test_the_table_has_a_column_of_drafts_where_there_are_any(drafted: Repository) -> None:
    """The others add up to all words with it."""
    command = ["--root", str(drafted.root), "translations", "status", "es"]
    _, head, row, page = CliRunner().invoke(app, command).output.splitlines()
    told = dict(zip(head.replace("current", "pages-current", 1).split(), row.split(), strict=True))
    assert (told["current"], told["drafts"], told["missing"]) == ("20", "11", "6")
    assert page == "docs/es/huts.md: beds (draft nobody has read)"
    sync.apply(drafted.root, [sync.reviewed(drafted.page, [], "Mira")])
    assert "draft" not in CliRunner().invoke(app, command).output
