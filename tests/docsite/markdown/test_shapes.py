"""The shape of lists and tables, and the attributes behind links."""

from __future__ import annotations

import pytest

from scripts.docsite.markdown import scan
from scripts.docsite.markdown.shapes import attributes, lists, tables


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("* a\n  wrapped\n* b", ["1*", "1*"]),
        ("- a\n\n    1. b\n    2. c\n\n+ d", ["1*", "2.", "2.", "1*"]),
        ("*emphasis* and 1.5 and - a dash", []),
        ("**Bold** opens a paragraph", []),
        ("* * *", ["1*"]),
        ("# 1. Title\n\nText\n1. a\n  - b", ["1.", "1*"]),
    ],
)
def test_lists(text: str, shape: list[str]) -> None:
    """An item counts with its depth and its kind, however its text is wrapped."""
    assert [found for _, found in lists(scan(text).runs)] == shape
    assert [*lists(scan(text).prose)] == [*lists(scan(text).runs)]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("| a | b |\n|---|:-:|\n| c | d |\n| e | f |", ["2x3"]),
        ("a | `b|c` | d\\|e\n- | - | -\nf | g | h", ["3x2"]),
        ("text\n\n| a |\n|---|\n\n| b |\n|---|\n| c |", ["1x1", "1x2"]),
        ("a | b\nc | d", []),
        ("text", []),
    ],
)
def test_tables(text: str, shape: list[str]) -> None:
    """A table counts with its columns and rows."""
    assert [found for _, found in tables(scan(text).paragraphs)] == shape


def test_attributes() -> None:
    """Only braces directly behind a link or an image are attributes."""
    text = "![a](b.png){ width=20 } [c][d]{: .e } {f} `[g](h){ .i }`"
    assert attributes(text) == ("width=20", ".e")
