"""The shape of prose: its lists and tables, and the attributes behind links, without any words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.docsite.markdown.inline import without_code

_ITEM = re.compile(r"\n(?P<indent>[ \t]*)(?P<mark>[*+-]|\d+\.)[ \t]+(?=\S)")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_ATTRIBUTES = re.compile(r"[\])]\{:?[ \t]*(?P<inside>[^{}\n]*)\}")


def lists(prose: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield `(line, shape)` of each list item: its depth, and `*` or `.` for its kind.

    `prose` are texts of one or more lines with the number of their first line.
    """
    for line, text in prose:
        for match in _ITEM.finditer(f"\n{text}"):
            depth = len(match["indent"].expandtabs(4)) // 4 + 1
            kind = "." if match["mark"][0].isdigit() else "*"
            yield line + text.count("\n", 0, match.start()), f"{depth}{kind}"


def may_have_lists(text: str) -> bool:
    """Whether there is a list in a text, or a line of another kind that begins as an item does."""
    return _ITEM.search(f"\n{text}") is not None


def tables(paragraphs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield `(line, shape)` of each table: its columns by its rows, the head among them."""
    for line, text in paragraphs:
        if "|" in text and is_table(text):
            titles, *rows = text.split("\n")
            cells = _CELL_END.split(without_code(titles, "x").strip().strip("|"))
            yield line, f"{len(cells)}x{len(rows)}"


def is_table(paragraph: str) -> bool:
    """Whether a paragraph is a table: a row of titles, a rule, and rows."""
    if "|" not in paragraph:
        return False
    titles, _, rest = paragraph.partition("\n")
    return "|" in titles and _RULE.match(rest.partition("\n")[0]) is not None


def attributes(text: str) -> tuple[str, ...]:
    """Return what stands in the braces directly behind links and images, in order."""
    return tuple(match["inside"].strip() for match in _ATTRIBUTES.finditer(without_code(text)))
