"""The mends: each certain, told with its line, and nothing left to mend behind them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import checks, fixes, tree
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import Prose
from tests import support
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]
FRONT = "---\ndescription: D\n---\n"


def fixed(project: Project, path: str = "docs/en/index.md") -> str:
    """Apply the plan and return a page, line ends as they are."""
    fixes.apply(project.root, fixes.plan(project.tree))
    return project.read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Über a `Café`\n", "# Über a `Café` { #uber-a-cafe }\n"),
        ("# A { #a }\n## A\n## A\n", "# A { #a }\n## A { #a-2 }\n## A { #a-3 }\n"),
        ("# [Link](a.md) ##\n", "# [Link](a.md) { #link }\n"),
        ("# A { .wide }  \n", "# A { #a .wide }\n"),
        ("# A { # }\n", "# A { #a }\n"),
        ("# A { # .wide }\n", "# A { #a .wide }\n"),
        ("# A { #b # }\n", "# A { #b # }\n"),
        ("# The `hut_id`\n", "# The `hut_id` { #the-hut-id }\n"),
        ("A\n===\n", "A { #a }\n===\n"),
        ("# 日本\n", "# 日本 { #section }\n"),
        ("# A {b} c\n", "# A {b} c\n"),
        ("text \n\n- a\t\n", "text\n\n- a\n"),
        ("one  \ntwo   \n", "one  \ntwo\n"),
        ("\ttext\n-\ttext\n", "    text\n-   text\n"),
        ("```make\n\ta \n```\n", "```make\n\ta \n```\n"),
        ("<!-- a \n\tb -->\n", "<!-- a \n\tb -->\n"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a", "a\n"),
        ("a\n  ", "a\n"),
        ("", ""),
        ("# A \t\r\n\ttext  ", "# A { #a }\n    text\n"),
    ],
)
def test_a_page_is_mended(make_project: Make, body: str, expected: str) -> None:
    """Only what is certain is changed, and code blocks and comments stay as they are."""
    assert fixed(make_project({"docs/en/index.md": FRONT + body})) == FRONT + expected


def test_a_byte_order_mark_is_removed(make_project: Make) -> None:
    """The first line starts with its text."""
    assert fixed(make_project({"docs/en/index.md": "\ufeff# A\n"})) == "# A { #a }\n"


def test_each_mend_is_told(make_project: Make) -> None:
    """A mend names the line, the rule, and the line before and after it."""
    plan = fixes.plan(make_project({"docs/en/index.md": "# A\t\r\n"}).tree)
    assert [(fix.code, fix.before, fix.after) for fix in plan] == [
        ("P010", "# A\t\r\n", "# A { #a }\r\n"),
        ("W003", "# A { #a }\r\n", "# A { #a }\n"),
    ]
    assert str(plan[1]) == r"docs/en/index.md:1: W003 '# A { #a }\r\n' → '# A { #a }\n'"


ENGLISH = "# Home\n\n## Part { #the-part }\n\n### Sub\n"


@pytest.mark.parametrize(
    ("spanish", "expected"),
    [
        (
            "# Inicio\n\n## Parte\n\n### Sub { #sub }\n",
            "# Inicio { #home }\n\n## Parte { #the-part }\n\n### Sub { #sub }\n",
        ),
        ("# Inicio\n\n## Parte\n", "# Inicio\n\n## Parte\n"),
        ("# Inicio\n\n### Sub\n\n## Parte\n", "# Inicio\n\n### Sub\n\n## Parte\n"),
        (
            "# Inicio\n\n## Parte { #home }\n\n### Sub\n",
            "# Inicio\n\n## Parte { #home }\n\n### Sub { #sub }\n",
        ),
    ],
)
def test_a_translation_takes_its_ids_from_english(
    make_project: Make, spanish: str, expected: str
) -> None:
    """Headings at the same places have the same ids; where the headings differ, none is guessed."""
    project = make_project({"docs/en/index.md": ENGLISH, "docs/es/index.md": spanish})
    assert fixed(project, "docs/es/index.md") == expected


def test_a_translation_without_an_english_page_gets_no_ids(make_project: Make) -> None:
    """There is nothing to take them from."""
    project = make_project({"docs/es/gone.md": "# Ido \n"})
    assert fixed(project, "docs/es/gone.md") == "# Ido\n"


def test_pages_that_can_not_be_read_are_left(make_project: Make) -> None:
    """The others are mended all the same."""
    project = make_project(
        {"docs/en/a.md": b"\xff \n", "docs/en/b.md": "```\n ", "docs/en/c.md": "# C\n"}
    )
    assert fixed(project, "docs/en/c.md") == "# C { #c }\n"
    assert project.files()["docs/en/a.md"] == b"\xff \n"


def test_planning_changes_nothing(make_project: Make) -> None:
    """The plan is only told."""
    project = make_project({"docs/en/index.md": "# A\n"})
    before = project.files()
    assert fixes.plan(project.tree)
    assert project.files() == before


def test_a_page_that_changed_since_the_plan_is_not_written(make_project: Make) -> None:
    """Then nothing is, not even another page."""
    project = make_project({"docs/en/a.md": "# A\n", "docs/en/b.md": "# B\n"})
    plan = fixes.plan(project.tree)
    project.change({"docs/en/b.md": "# Changed\n"})
    before = project.files()
    with pytest.raises(DocsError, match=r"docs/en/b.md:1: the line has changed"):
        fixes.apply(project.root, plan)
    assert project.files() == before


LINES = st.sampled_from(
    [
        "# Title",
        "# Title { #title }",
        "## Sub \t",
        "## Sub { .wide } ##",
        "## a {b} c",
        "### `code` [x](y.md)",
        "Text",
        "===",
        "---\t",
        "text  ",
        "\ttext",
        "-\t",
        "",
        "  ",
        "```",
        "~~~ \t",
        "> ```",
        "/// tip",
        "///",
        "<!-- a ",
        "-->",
        "::: a.b",
        "[](){#sub}",
        "---",
        "a: 1 ",
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", ""])
PAGES = st.lists(st.tuples(LINES, ENDS).map("".join), max_size=8).map("".join)


@given(PAGES, PAGES, st.booleans())
def test_mending_is_done_at_once_and_leaves_nothing(english: str, spanish: str, bom: bool) -> None:
    """A second run changes nothing, and the checks find nothing more that could be mended."""
    with tempfile.TemporaryDirectory() as folder:
        mark = "\ufeff" * bom
        pages = {"docs/en/index.md": f"{mark}{english}", "docs/es/index.md": f"{mark}{spanish}"}
        project = support.make_project(Path(folder), pages)
        before = {page.path: structure(page) for page in project.tree}
        fixes.apply(project.root, fixes.plan(project.tree))
        assert fixes.plan(project.tree) == ()
        assert {page.path: structure(page) for page in project.tree} == before
        left = [f for f in checks.run(tree.survey(project.root)) if f.code in fixes.CODES]
        readable = {path for path, found in before.items() if found is not None}
        for finding in left:
            # Headings whose own text hinders an id, and those that English does not tell.
            is_told = finding.code == "P010" and finding.location.path.startswith("docs/es/")
            assert is_told or " {" in finding.message or finding.location.path not in readable


def structure(page: tree.Page) -> list[tuple[str, int]] | None:
    """Return the kinds and lines of what is on a page; None where it can't be read."""
    try:
        elements = page.document.elements
    except DocsError:
        return None
    blank = [isinstance(e, Prose) and not e.text.strip() for e in elements]
    return [(type(e).__name__, e.line) for e, no in zip(elements, blank, strict=True) if not no]
