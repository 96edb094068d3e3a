"""The shape of prose: its lists and tables, and the attributes behind links, without any words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scripts.docsite.markdown.elements import Prose
from scripts.docsite.markdown.inline import without_code

_ITEM = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[*+-]|\d+\.)[ \t]+(?=\S)")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_ATTRIBUTES = re.compile(r"[\])]\{:?[ \t]*(?P<inside>[^{}\n]*)\}")


def lists(prose: Iterable[Prose]) -> Iterator[tuple[int, str]]:
    """Yield `(line, shape)` of each list item: its depth, and `*` or `.` for its kind."""
    for element in prose:
        if match := _ITEM.match(element.text):
            depth = len(match["indent"].expandtabs(4)) // 4 + 1
            yield element.line, f"{depth}{'.' if match['mark'][0].isdigit() else '*'}"


def tables(prose: Iterable[Prose]) -> Iterator[tuple[int, str]]:
    """Yield `(line, shape)` of each table: its columns by its rows, the head among them."""
    found: list[Prose] = []
    for element in prose:
        if found and element.line != found[-1].line + 1:
            yield from _tables(found)
            found = []
        found.append(element)
    yield from _tables(found)


def _tables(paragraph: list[Prose]) -> Iterator[tuple[int, str]]:
    """Yield the table that consecutive lines of prose are, if they are one."""
    if not is_table(paragraph):
        return
    cells = _CELL_END.split(without_code(paragraph[0].text, "x").strip().strip("|"))
    yield paragraph[0].line, f"{len(cells)}x{len(paragraph) - 1}"


def is_table(paragraph: Sequence[Prose]) -> bool:
    """Whether consecutive lines of prose are a table: a row of titles, a rule, and rows."""
    if len(paragraph) < 2 or "|" not in paragraph[0].text:
        return False
    return _RULE.match(paragraph[1].text) is not None


def attributes(text: str) -> tuple[str, ...]:
    """Return what stands in the braces directly behind links and images, in order."""
    return tuple(match["inside"].strip() for match in _ATTRIBUTES.finditer(without_code(text)))
