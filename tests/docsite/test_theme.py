"""The languages that the theme and its search know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.docsite import languages, theme
from scripts.docsite import site as site_room
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Language
from tests.support import LANGUAGES, Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
SPANISH = Language("es", "español", "ltr", "es", "es")


def told(project: Project, language: Language) -> list[str]:
    """Return what is found, as a terminal shows it."""
    return [str(finding) for finding in theme.check(project.root, language)]


def test_our_own_languages_are_known(root: Path) -> None:
    """English among them, which the search needs no file for."""
    found = languages.load(root).all
    assert [finding for language in found for finding in theme.check(root, language)] == []


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            replace(SPANISH, theme="pt-br"),
            "the theme knows no language 'pt-br'\n  → write pt-BR, or en where none is like it",
        ),
        (
            replace(SPANISH, search="esp"),
            "the search knows no language 'esp'\n"
            "  → write es, or leave `search` out where none is like it",
        ),
        (
            replace(SPANISH, search="multi"),
            "the search knows no language 'multi'\n  → write one of ar, da, de, el, en, es, ",
        ),
    ],
)
def test_a_language_that_is_not_known_is_told(
    make_project: Make, language: Language, message: str
) -> None:
    """At its line, with the names that are near, or all."""
    (finding,) = told(make_project({}), language)
    assert finding.startswith(f"data/languages.yml:4: M009 {message}")


def test_a_translation_of_our_own_is_known(make_project: Make) -> None:
    """The theme takes it as it takes its own."""
    project = make_project({"overrides/partials/languages/em.html": ""})
    assert told(project, replace(SPANISH, theme="em")) == []


def test_a_language_that_is_not_known_is_not_built(make_project: Make) -> None:
    """Its search would not work; the others are built."""
    text = LANGUAGES.replace("search: es", "search: esp")
    root = make_project({"data/languages.yml": text}).root
    assert site_room.load(root, "fa", "/").language.search is None
    with pytest.raises(
        DocsError, match=r"^data/languages.yml:4: the search knows no language 'esp'"
    ):
        site_room.load(root, "es", "/")
