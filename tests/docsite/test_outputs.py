"""Which sources would overwrite each other, or a file of the build, in the built site."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scripts.docsite import outputs
from scripts.docsite import site as site_room
from scripts.docsite.errors import DocsError
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]


def found(project: Project, code: str = "en") -> list[str]:
    """Return what is found in the sources of a language, as a terminal shows it."""
    return [str(finding) for finding in outputs.check(project.tree, code)]


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("es/page.md", "es/page/index.html"),
        ("es.md", "es/index.html"),
        ("es/README.md", "es/index.html"),
        ("fa/img/x.png", "fa/img/x.png"),
        ("fa", "fa"),
    ],
)
def test_a_file_below_the_home_of_another_language_is_told(
    make_project: Make, path: str, output: str
) -> None:
    """A page or any other file, whether the language has its like or not."""
    project = make_project({f"docs/en/{path}": "x"})
    code = output[:2]
    assert found(project) == [
        f"docs/en/{path}:1: P006 it would be built to {output}, among the pages of {code!r}\n"
        f"  → give another name to {code!r} in its path: no path below docs/en/ may begin with a"
        " language"
    ]


def test_files_that_lie_beside_the_languages_are_fine(make_project: Make) -> None:
    """What only begins alike, no registered language, English itself, and what is hidden."""
    paths = ("esp/a.md", "a/es/b.md", "de/a.md", "en/a.md", ".es/a.md", "404.md", "search/index.md")
    project = make_project({f"docs/en/{path}": "x" for path in paths})
    assert found(project) == []


def test_a_translation_may_have_the_name_of_a_language(make_project: Make) -> None:
    """Below its own home there are no other languages."""
    assert found(make_project({"docs/es/fa/x.png": b"", "docs/es/es.md": "x"}), "es") == []


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("path", ["404.html", "sitemap.xml", "search/search_index.json"])
def test_a_file_that_the_build_makes_itself_is_told(
    make_project: Make, path: str, code: str
) -> None:
    """Nobody would ever see it."""
    assert found(make_project({f"docs/{code}/{path}": "x"}), code) == [
        f"docs/{code}/{path}:1: P006 the build makes {path} itself, and would overwrite it\n"
        "  → give it another name, or remove it"
    ]


@pytest.mark.parametrize("first", ["a/index.md", "a/README.md", "a/index.html"])
def test_two_sources_of_one_address_are_told(make_project: Make, first: str) -> None:
    """At the second of them, with the first."""
    (told,) = found(make_project({f"docs/en/{first}": "x", "docs/en/a.md": "x"}))
    assert told.startswith(f"docs/en/{first}:1: P006 it would be built to a/index.html, as docs/")


def test_nothing_is_built_with_such_a_file(make_project: Make) -> None:
    """The first of them is told; a language whose own sources are right is built."""
    root = make_project({"docs/en/es/a.md": "x", "docs/en/es/b.md": "x"}).root
    with pytest.raises(DocsError, match=r"docs/en/es/a.md:1: it would be .*\n.*\(1 more: see"):
        site_room.load(root, "en", "/")
    assert site_room.load(root, "es", "/").language.code == "es"
