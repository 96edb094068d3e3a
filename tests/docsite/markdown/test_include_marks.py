"""The marks of an include, with mdx_include itself as the judge of its own syntax."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite.markdown import include_marks, scan

MARKS = ["{!", "!}", "{*", "\\", "+", "-", ">", "|", "[ln:1-2]", "[x]", " ", "a.md", "~", "\n", "é"]


def read_by_mdx_include(text: str, folder: Path) -> list[str]:
    """Return the lines behind mdx_include's preprocessor, for includes below `folder`."""
    md = markdown.Markdown(
        extensions=["mdx_include"],
        extension_configs={"mdx_include": {"base_path": str(folder), "allow_remote": False}},
    )
    lines: list[str] = md.preprocessors["mdx_include"].run(text.split("\n"))
    return lines


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=14).map("".join))
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    """Whatever looks like an include in an example reaches the page unchanged."""
    escaped = include_marks.escape_bangs(text)
    assert read_by_mdx_include(escaped, Path("/nowhere")) == text.split("\n")


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=14).map("".join))
def test_nothing_that_mdx_include_reads_is_overlooked(text: str) -> None:
    """A page in which the scanner sees no include is left unchanged by mdx_include."""
    plain = "text " + text.replace("\n", "").replace("\\", "")
    if not scan(plain).includes:
        assert read_by_mdx_include(plain, Path("/nowhere")) == [plain]


@pytest.mark.parametrize(
    ("line", "path", "options", "recursive", "encoding"),
    [
        ("{! a.md !}", "a.md", "", True, ""),
        ("{!a.md!}", "a.md", "", True, ""),
        ("{!> a.md !}", "a.md", "", True, ""),
        ("{!+ a.md !}", "a.md", "", True, ""),
        ("{!- a.md !}", "a.md", "", False, ""),
        ("{!->a.md!}", "a.md", "", False, ""),
        ("{! a b.md !}", "a b.md", "", True, ""),
        ("{! a!b.md !}", "a!b.md", "", True, ""),
        ("{! a.md [ln:1-3,5] !}", "a.md", "[ln:1-3,5]", True, ""),
        ("{! a.md[ln:1-3] | latin-1 !}", "a.md", "[ln:1-3]", True, "latin-1"),
        ("{! a.md [lines] !}", "a.md", "[lines]", True, ""),
    ],
)
def test_every_spelling_of_mdx_include(
    line: str, path: str, options: str, recursive: bool, encoding: str
) -> None:
    """The recursion mark, the slice and the encoding are told apart from the path."""
    (found,) = scan(line).includes
    assert (found.path, found.options, found.recursive, found.encoding, found.source) == (
        path,
        options,
        recursive,
        encoding,
        line,
    )


@pytest.mark.parametrize(
    ("text", "in_fence"),
    [
        ("# Title {! a.md !}\n", False),
        ("<!-- {! a.md !} -->\n", False),
        ("/// tip | {! a.md !}\n///\n", False),
        ("* item {! a.md !}\n", False),
        ("`{! a.md !}`\n", False),
        ("```\n{! a.md !}\n```\n", True),
    ],
)
def test_mdx_include_reads_every_line(text: str, in_fence: bool) -> None:
    """An include in a heading, a comment, a block's title or code is one, too."""
    (found,) = scan(text).includes
    assert (found.style, found.in_fence) == ("bang", in_fence)


def test_front_matter_is_not_read() -> None:
    """MkDocs takes the front matter off before mdx_include sees the page."""
    assert scan("---\nkey: '{! a.md !}'\n---\ntext\n").includes == ()


def test_escaped_mark_is_no_include() -> None:
    """A backslash shows the mark itself."""
    assert scan("Write \\{! path !} to include.\n").includes == ()


@pytest.mark.parametrize("prose", ["see {* a.py *}", "{*a.py*}", "* {* a.py *}", "> {* a.py *}"])
def test_star_include_that_does_not_stand_alone_is_stray(prose: str) -> None:
    """Such a line would show the mark to the reader."""
    assert include_marks.is_stray(prose)
    assert scan(prose).includes == ()
