"""The progress of all languages, as the page of the site shows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scripts.docsite import data_pages, tree
from scripts.docsite.translations import progress
from tests.docsite.translations.conftest import Repository


def spanish(repository: Repository) -> dict[str, Any]:
    """Return the progress of Spanish."""
    (found,) = [entry for entry in progress.of_project(repository.root) if entry["code"] == "es"]
    return found


def bar(repository: Repository) -> dict[str, tuple[float, float, int]]:
    """Return the parts of the Spanish bar: start, width and words."""
    parts = spanish(repository)["bar"]
    return {part["name"]: (part["start"], part["width"], part["words"]) for part in parts}


def test_the_bar_is_as_wide_as_all_words(repository: Repository) -> None:
    """What is stale lies between what is current and what is missing."""
    assert bar(repository) == {
        "current": (0, 83.78, 31),
        "draft": (83.78, 0, 0),
        "stale": (83.78, 0, 0),
        "missing": (83.78, 16.22, 6),
    }
    repository.change("en", "A hut has", "Each hut has")
    assert bar(repository) == {
        "current": (0, 48.65, 18),
        "draft": (48.65, 0, 0),
        "stale": (48.65, 35.14, 13),
        "missing": (83.79, 16.22, 6),
    }


def test_drafts_that_nobody_has_read_have_a_part_of_the_bar(drafted: Repository) -> None:
    """And the page waits for its review."""
    assert bar(drafted) == {
        "current": (0, 54.05, 20),
        "draft": (54.05, 29.73, 11),
        "stale": (83.78, 0, 0),
        "missing": (83.78, 16.22, 6),
    }
    (page,) = spanish(drafted)["translations"]
    assert (page["state"], page["words"]["draft"]) == ("to be reviewed", 11)


def test_each_page_leads_to_itself_and_to_its_source(repository: Repository) -> None:
    """In the language; its title as it is read there."""
    assert spanish(repository)["translations"] == [
        {
            "title": "Refugios",
            "url": "huts/",
            "source": "docs/es/huts.md",
            "state": "up to date",
            "words": {"current": 31, "draft": 0, "stale": 0, "missing": 0},
        }
    ]


def test_states_are_told_in_words(repository: Repository) -> None:
    """Behind English tells more than in part."""

    def state() -> str:
        found: str = spanish(repository)["translations"][0]["state"]
        return found

    repository.change("es", "## Resumen { #recap }", "## Resumen { #ende }")
    assert state() == "in part"
    repository.change("en", "A hut has", "Each hut has")
    assert state() == "behind English"


def test_the_next_pages_are_those_of_the_navigation(repository: Repository) -> None:
    """They are read in English, and so is their source."""
    (page,) = spanish(repository)["next"]
    assert (page["title"], page["url"], page["source"]) == ("Home", "", "docs/en/index.md")
    assert page["words"]["missing"] == 6


def test_it_is_computed_once_for_each_state_of_the_sources(repository: Repository) -> None:
    """Each language of a build asks for it; a file that a page includes is a source as well."""
    first = progress.of_project(repository.root)
    assert progress.of_project(repository.root) is first
    repository.project.change({"docs_src/huts/tutorial001.py": "first = 1\nsecond = 3\n"})
    assert progress.of_project(repository.root) is not first
    assert spanish(repository)["stale"] == 1


def test_what_is_remembered_is_what_is_computed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each change, of which it looks at nothing but what was changed."""
    asked = []
    title = progress._title

    def noted(*task: Any) -> str:
        asked.append(task[1:])
        return title(*task)

    monkeypatch.setattr(progress, "_title", noted)
    home, english, spanish = ("en", "index.md"), ("en", "huts.md"), ("es", "huts.md")
    for language, old, new, looked_at in (
        ("es", "# Refugios", "# Cabañas", {home, english, spanish}),
        ("es", "Resumen", "Para recordar", {spanish}),
        ("en", "A hut has", "Each hut has", {english, spanish}),
    ):
        repository.change(language, old, new)
        asked.clear()
        remembered = progress.remembered(repository.root)
        assert {*asked} == looked_at
        assert remembered == progress.of_project(repository.root)


def test_a_page_can_show_the_status(repository: Repository) -> None:
    """It is data like any other, made anew from the sources; names are shown as they stand."""
    source = (
        "---\ndata: [translation_status]\n---\n"
        "{% for l in translation_status %}{{ l.code }} {{ l.current }};{% endfor %}\n"
    )
    shown = data_pages.expand(source, root=repository.root, path="docs/en/index.md")
    assert shown.endswith("---\nes 1;fa 0;")
    repository.change("en", "A hut has", "Each hut has")
    shown = data_pages.expand(source, root=repository.root, path="docs/en/index.md")
    assert shown.endswith("---\nes 0;fa 0;")


def test_the_page_of_the_site_shows_every_language(root: Path) -> None:
    """Each with a heading of its own; no figure of it is committed."""
    path = "docs/en/translations.md"
    source = (root / path).read_text(encoding="utf-8")
    shown = data_pages.expand(source, root=root, path=path)
    codes = [lang.code for lang in tree.load(root).languages.all]
    assert all(f"{{ #{code} }}" in shown for code in codes if code != "en")
    assert not re.search(r"\d *(%|of)", source)
