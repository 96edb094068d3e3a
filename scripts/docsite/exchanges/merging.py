"""Shown outputs made real: as little of the text changes as must, `...` and masks stay."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scripts.docsite.exchanges import masks, matching
from scripts.docsite.exchanges.json_pattern import (
    ELLIPSIS,
    Anything,
    Array,
    Object,
    Pattern,
    Scalar,
)

WIDTH = 88
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class _Group:
    """An object or an array on its way to text."""

    open: str
    close: str
    entries: tuple[tuple[str, _Layout], ...]
    """Each entry's key with its colon (empty in arrays) and its value."""
    broken: bool
    """Whether each entry gets a line of its own even where all fit on one."""


_Layout = str | _Group


def merge_json(text: str, pattern: Pattern, real: Any) -> str:
    """Return the shown JSON `text`, whose pattern is given, changed so that it is true."""
    return text[: pattern.start] + _node(text, pattern, real) + text[pattern.end :]


def render_json(real: Any) -> str:
    """Return a JSON value as a page shows it: short things on one line, two spaces a level."""
    return _text(_built("", None, real), "", 0)


def _node(text: str, pattern: Pattern, real: Any) -> str:
    """Return what stands for the node: its own text where it is true, spliced or made anew."""
    written = text[pattern.start : pattern.end]
    if matching.is_same(pattern, real):
        return written
    children: list[tuple[Pattern, Any]] | None = None
    if isinstance(pattern, Object) and isinstance(real, dict):
        shown = dict(pattern.members)
        if shown.keys() <= real.keys() and (pattern.is_open or shown.keys() == real.keys()):
            children = [(node, real[key]) for key, node in pattern.members]
    elif isinstance(pattern, Array) and isinstance(real, list):
        count = len(pattern.items)
        if len(real) == count or (pattern.gap is not None and len(real) > count):
            pairs = matching.paired(pattern, len(real))
            children = [(node, real[index]) for node, index in pairs]
    if children is None:
        line_start = text.rfind("\n", 0, pattern.start) + 1
        line = text[line_start : pattern.start]
        indent = line[: len(line) - len(line.lstrip())]
        return _text(_built(text, pattern, real), indent, len(line))
    parts, end = [], pattern.start
    for node, value in children:
        parts += [text[end : node.start], _node(text, node, value)]
        end = node.end
    return "".join([*parts, text[end : pattern.end]])


def _built(text: str, pattern: Pattern | None, real: Any) -> _Layout:
    """Return the layout of a real value, with what still fits of the pattern in it."""
    if isinstance(pattern, Anything):
        return ELLIPSIS
    if isinstance(pattern, Scalar) and matching.is_same(pattern, real):
        return text[pattern.start : pattern.end]
    broken = pattern is not None and "\n" in text[pattern.start : pattern.end]
    if isinstance(real, dict):
        entries = _members(text, pattern if isinstance(pattern, Object) else None, real)
        return _Group("{", "}", tuple(entries), broken)
    if isinstance(real, list):
        entries = _items(text, pattern if isinstance(pattern, Array) else None, real)
        return _Group("[", "]", tuple(entries), broken)
    return json.dumps(real, ensure_ascii=False)


def _members(text: str, pattern: Object | None, real: dict[str, Any]) -> list[tuple[str, _Layout]]:
    shown = dict(pattern.members) if pattern else {}
    is_open = pattern is not None and pattern.is_open
    keys = [key for key in shown if key in real] if is_open else list(real)
    entries = [
        (f"{json.dumps(key, ensure_ascii=False)}: ", _built(text, shown.get(key), real[key]))
        for key in keys
    ]
    return [*entries, ("", ELLIPSIS)] if len(keys) < len(real) else entries


def _items(text: str, pattern: Array | None, real: list[Any]) -> list[tuple[str, _Layout]]:
    if pattern is None:
        return [("", _built(text, None, value)) for value in real]
    nodes = {index: node for node, index in matching.paired(pattern, len(real))}
    if pattern.gap is None or len(real) <= len(pattern.items):
        return [("", _built(text, nodes.get(i), value)) for i, value in enumerate(real)]
    found = [("", _built(text, node, real[index])) for index, node in sorted(nodes.items())]
    return [*found[: pattern.gap], ("", ELLIPSIS), *found[pattern.gap :]]


def _text(layout: _Layout, indent: str, column: int) -> str:
    """Return the text of a layout that starts at `column` of a line indented by `indent`."""
    if isinstance(layout, str):
        return layout
    if not layout.entries:
        return layout.open + layout.close
    flat = _flat(layout)
    if flat is not None and column + len(flat) < WIDTH:
        return flat
    inner = indent + _INDENT
    lines = [
        f"{inner}{key}{_text(value, inner, len(inner) + len(key))}" for key, value in layout.entries
    ]
    return f"{layout.open}\n" + ",\n".join(lines) + f"\n{indent}{layout.close}"


def _flat(layout: _Layout) -> str | None:
    """Return the layout on one line, or None where a part of it is to be broken."""
    if isinstance(layout, str):
        return layout
    if layout.broken:
        return None
    values = [(key, _flat(value)) for key, value in layout.entries]
    if any(value is None for _, value in values):
        return None
    return layout.open + ", ".join(f"{key}{value}" for key, value in values) + layout.close


def merge_text(shown: Sequence[str], real: Sequence[str]) -> list[str]:
    """Return the shown lines changed so that they are true; lines that fit stay as written."""
    if matching.is_same_text(shown, real):
        return list(shown)
    pattern, lines = matching.trimmed(shown), matching.trimmed(real)
    merged: list[str] = []
    done = 0, 0
    for at, number in [*_anchors(pattern, lines), (len(pattern), len(lines))]:
        merged += _between(pattern[done[0] : at], lines[done[1] : number])
        merged += pattern[at : at + 1]
        done = at + 1, number + 1
    return merged


def _between(pattern: list[str], lines: list[str]) -> list[str]:
    """Return what stands for shown lines of which none is real, or only `...`."""
    gaps = [index for index, line in enumerate(pattern) if line.strip() == ELLIPSIS]
    if not gaps:
        return lines
    before, after = gaps[0], len(pattern) - gaps[-1] - 1
    if len(lines) <= before + after:
        return lines
    return [*lines[:before], pattern[gaps[0]], *lines[len(lines) - after :]]


def _anchors(pattern: list[str], lines: list[str]) -> list[tuple[int, int]]:
    """Return the longest run of index pairs at which a shown line is a real one, in order."""
    rows, columns = len(pattern), len(lines)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    same = [
        [line.strip() != ELLIPSIS and masks.matches(line, real) for real in lines]
        for line in pattern
    ]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            both = best[i + 1][j + 1] + 1 if same[i][j] else 0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < rows and j < columns:
        if same[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
