"""JSON with `...` for what is left out: text becomes a pattern that knows its place.

`{"a": 1, ...}` has more keys, `[1, ...]` more elements, `"key": ...` any value. Each node keeps
where it stands in the text, so that a difference names its line and a rewrite changes no more
than it must.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

ELLIPSIS = "..."
JsonScalar = str | int | float | bool | None

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?P<float>(?:\.\d+)?(?:[eE][+-]?\d+)?)")
_DECODER = json.JSONDecoder()
_WORDS = (("true", True), ("false", False), ("null", None))


@dataclass(frozen=True, slots=True)
class Anything:
    """`...` in the place of a value."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, true, false or null."""

    start: int
    end: int
    value: JsonScalar


@dataclass(frozen=True, slots=True)
class Array:
    """An array; `gap` is the index in `items` at which `...` stands, or None."""

    start: int
    end: int
    items: tuple[Pattern, ...]
    gap: int | None
    gaps: tuple[int, ...]
    """Where each `...` stands in the text: none or one."""


@dataclass(frozen=True, slots=True)
class Object:
    """An object; `gaps` holds where its `...` stands in the text: none or one."""

    start: int
    end: int
    members: tuple[tuple[str, Pattern], ...]
    gaps: tuple[int, ...]

    @property
    def is_open(self) -> bool:
        """Whether `...` stands for more keys."""
        return bool(self.gaps)


Pattern = Anything | Scalar | Array | Object


def parse(text: str, at: Location) -> Pattern:
    """Return the pattern that the text is; `at` is the place of its first line.

    Raises `DocsError` with the line at which the text is no JSON.
    """
    parser = _Parser(text, at)
    try:
        found, index = parser.value(parser.blank(0))
    except (RecursionError, ValueError) as error:
        raise parser.error("it is nested too deeply, or a number is too long", 0) from error
    index = parser.blank(index)
    if index < len(text):
        raise parser.error("something stands behind the value", index)
    return found


def ellipses(pattern: Pattern) -> tuple[int, ...]:
    """Return where each `...` of a pattern stands in its text, in order."""
    if isinstance(pattern, Anything):
        return (pattern.start,)
    if isinstance(pattern, Scalar):
        return ()
    inner = pattern.items if isinstance(pattern, Array) else [value for _, value in pattern.members]
    found = [*pattern.gaps]
    for node in inner:
        found += ellipses(node)
    return tuple(sorted(found))


class _Parser:
    """One pass over one text."""

    def __init__(self, text: str, at: Location) -> None:
        self.text = text
        self.at = at

    def error(self, message: str, index: int) -> DocsError:
        line = self.at.line + self.text.count("\n", 0, index)
        return DocsError(
            f"the shown JSON can't be read: {message}",
            at=Location(self.at.path, line),
            hint="mend it, or write `...` for what is left out",
        )

    def blank(self, index: int) -> int:
        match = _BLANK.match(self.text, index)
        return match.end() if match else index

    def value(self, index: int) -> tuple[Pattern, int]:
        text = self.text
        if text.startswith(ELLIPSIS, index):
            return Anything(index, index + 3), index + 3
        if text.startswith("{", index):
            return self.object(index)
        if text.startswith("[", index):
            return self.array(index)
        if text.startswith('"', index):
            string, end = self.string(index)
            return Scalar(index, end, string), end
        for word, constant in _WORDS:
            if text.startswith(word, index):
                return Scalar(index, index + len(word), constant), index + len(word)
        if match := _NUMBER.match(text, index):
            number = float(match[0]) if match["float"] else int(match[0])
            return Scalar(index, match.end(), number), match.end()
        raise self.error("here should be a value", index)

    def string(self, index: int) -> tuple[str, int]:
        try:
            found: tuple[str, int] = _DECODER.raw_decode(self.text, index)
        except json.JSONDecodeError as error:
            raise self.error(error.msg.lower(), error.pos) from error
        return found

    def array(self, start: int) -> tuple[Array, int]:
        items: list[Pattern] = []
        gap = None
        gaps: list[int] = []
        index, done = self.opened(start, "]")
        while not done:
            if self.text.startswith(ELLIPSIS, index):
                if gaps:
                    raise self.error("an array can leave out elements in one place only", index)
                gap = len(items)
                gaps.append(index)
                index += 3
            else:
                item, index = self.value(index)
                items.append(item)
            index, done = self.separated(index, "]")
        return Array(start, index, tuple(items), gap, tuple(gaps)), index

    def object(self, start: int) -> tuple[Object, int]:
        members: dict[str, Pattern] = {}
        gaps: list[int] = []
        index, done = self.opened(start, "}")
        while not done:
            if self.text.startswith(ELLIPSIS, index):
                if gaps:
                    raise self.error("`...` stands twice in one object", index)
                gaps.append(index)
                index += 3
            else:
                index = self.member(index, members)
            index, done = self.separated(index, "}")
        return Object(start, index, tuple(members.items()), tuple(gaps)), index

    def member(self, index: int, members: dict[str, Pattern]) -> int:
        if not self.text.startswith('"', index):
            raise self.error("here should be a key in double quotes", index)
        key, end = self.string(index)
        if key in members:
            raise self.error(f"the key {key!r} stands here twice", index)
        colon = self.blank(end)
        if not self.text.startswith(":", colon):
            raise self.error("a colon is missing behind the key", end)
        members[key], end = self.value(self.blank(colon + 1))
        return end

    def opened(self, start: int, close: str) -> tuple[int, bool]:
        index = self.blank(start + 1)
        if self.text.startswith(close, index):
            return index + 1, True
        return index, False

    def separated(self, index: int, close: str) -> tuple[int, bool]:
        index = self.blank(index)
        if self.text.startswith(close, index):
            return index + 1, True
        if not self.text.startswith(",", index):
            raise self.error(f"a comma or {close} is missing", index)
        return self.blank(index + 1), False
