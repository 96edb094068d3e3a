"""What a page shows against what is real: JSON, text and masks, compared strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.docsite.exchanges import masks
from scripts.docsite.exchanges.json_pattern import (
    ELLIPSIS,
    Array,
    Object,
    Pattern,
    Scalar,
)

_SHORT = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a shown value is not the real one."""

    where: str
    """The place in the value, such as `detail[0].loc`; empty for the whole."""
    message: str
    offset: int
    """Where in the shown text."""

    def __str__(self) -> str:
        """Return the place and what differs there."""
        return f"{self.where or 'the body'}: {self.message}"


def is_same(pattern: Pattern, real: Any) -> bool:
    """Return whether the real JSON value fits the pattern."""
    return next(differences(pattern, real), None) is None


def differences(pattern: Pattern, real: Any, where: str = "") -> Iterator[Difference]:
    """Yield each place where the real JSON value does not fit the pattern, in order."""
    if isinstance(pattern, Scalar) and not _is_same_scalar(pattern.value, real):
        message = f"shown is {short(pattern.value)}, real is {short(real)}"
        yield Difference(where, message, pattern.start)
    elif isinstance(pattern, Object):
        if isinstance(real, dict):
            yield from _object_differences(pattern, real, where)
        else:
            message = f"shown is an object, real is {short(real)}"
            yield Difference(where, message, pattern.start)
    elif isinstance(pattern, Array):
        if isinstance(real, list):
            yield from _array_differences(pattern, real, where)
        else:
            message = f"shown is an array, real is {short(real)}"
            yield Difference(where, message, pattern.start)


def _object_differences(pattern: Object, real: dict[str, Any], where: str) -> Iterator[Difference]:
    shown = dict(pattern.members)
    for key, node in pattern.members:
        place = f"{where}.{key}" if where else key
        if key in real:
            yield from differences(node, real[key], place)
        else:
            yield Difference(place, "it is shown, but is not there", node.start)
    if not pattern.is_open:
        for key in real:
            if key not in shown:
                place = f"{where}.{key}" if where else key
                message = f"it is there, but is not shown: {short(real[key])}"
                yield Difference(place, message, pattern.start)


def _array_differences(pattern: Array, real: list[Any], where: str) -> Iterator[Difference]:
    count = len(pattern.items)
    if len(real) < count or (pattern.gap is None and len(real) > count):
        message = f"shown are {count} elements, real are {len(real)}"
        yield Difference(where, message, pattern.start)
    for node, index in paired(pattern, len(real)):
        yield from differences(node, real[index], f"{where}[{index}]")


def paired(pattern: Array, length: int) -> Iterator[tuple[Pattern, int]]:
    """Yield each shown element with the index that it stands for among `length` real ones."""
    count = len(pattern.items)
    for number, node in enumerate(pattern.items):
        behind_gap = pattern.gap is not None and number >= pattern.gap and length >= count
        index = length - count + number if behind_gap else number
        if index < length:
            yield node, index


def _is_same_scalar(shown: Any, real: Any) -> bool:
    """Return whether two values are the same JSON: `1` is neither `1.0` nor `true`."""
    if isinstance(shown, str) and shown in masks.NUMBERS:
        number = isinstance(real, int | float) and not isinstance(real, bool)
        return masks.matches(shown, json.dumps(real) if number else str(real))
    if isinstance(shown, str) and isinstance(real, str):
        return masks.matches(shown, real)
    return type(shown) is type(real) and repr(shown) == repr(real)


def short(value: Any) -> str:
    """Return a JSON value as text, shortened where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def is_same_text(shown: Sequence[str], real: Sequence[str]) -> bool:
    """Return whether the real lines are the shown ones, a line `...` standing for any lines.

    Blanks at line ends and blank lines at the end do not count.
    """
    pattern, lines = trimmed(shown), trimmed(real)
    reachable = {0}  # how many real lines the pattern so far can stand for
    for line in pattern:
        if line.strip() == ELLIPSIS:
            reachable = set(range(min(reachable), len(lines) + 1)) if reachable else set()
        else:
            reachable = {
                count + 1
                for count in reachable
                if count < len(lines) and masks.matches(line, lines[count])
            }
    return len(lines) in reachable


def trimmed(lines: Sequence[str]) -> list[str]:
    """Return the lines without blanks at their ends and without blank lines at the end."""
    found = [line.rstrip() for line in lines]
    while found and not found[-1]:
        found.pop()
    return found
