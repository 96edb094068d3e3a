"""Layer two: cutting a text by ranges of lines; nothing is read, nothing is written."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from scripts.docsite.includes.selection import Range, numbers, ranges


class Gap(Enum):
    """Where lines were left out; the value is the key of the words that say so."""

    ABOVE = "code_above"
    BETWEEN = "code_between"
    BELOW = "code_below"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a text: its lines and gaps, and which shown lines are highlighted."""

    rows: tuple[str | Gap, ...]
    highlighted: tuple[Range, ...]
    """Ranges of rows, from 1, not of lines of the text."""

    @property
    def is_partial(self) -> bool:
        """Whether anything but blank lines was left out."""
        return any(isinstance(row, Gap) for row in self.rows)


def cut(lines: Sequence[str], shown: set[int], highlighted: set[int]) -> Excerpt:
    """Return the `shown` lines with a gap, set off by a blank row, where others were left out.

    `shown` and `highlighted` are numbers of lines, from 1.
    """
    rows: list[str | Gap] = []
    marked: list[int] = []
    kept = [r for r in ranges(shown) if r.first <= len(lines)]
    behind = 0
    for found in kept:
        if _holds_code(lines, behind, found.first - 1):
            rows += [Gap.BETWEEN, ""] if rows else [Gap.ABOVE, ""]
        for number in found.lines:
            rows.append(lines[number - 1])
            if number in highlighted:
                marked.append(len(rows))
        behind = found.last
        rows += _blank_row(lines, behind)
    if _holds_code(lines, behind, len(lines)):
        rows.append(Gap.BELOW)
    return Excerpt(tuple(rows), ranges(marked))


def _holds_code(lines: Sequence[str], start: int, end: int) -> bool:
    return any(line.strip() for line in lines[start:end])


def _blank_row(lines: Sequence[str], behind: int) -> list[str]:
    """Return the row between a part and the gap behind it; none where no gap follows."""
    return [""] if _holds_code(lines, behind, len(lines)) else []


def corresponding(chosen: set[int], here: Sequence[str], there: Sequence[str]) -> set[int]:
    """Return the lines of `there` that correspond to the `chosen` lines of `here`, from 1.

    Where both texts are equal, line by line; a changed part corresponds as a whole to what
    replaces it; what `there` lacks has no counterpart.
    """
    found: set[int] = set()
    for tag, first, end, other, other_end in _opcodes(here, there):
        inside = chosen & set(range(first + 1, end + 1))
        if tag == "equal":
            found |= {number - first + other for number in inside}
        elif inside:
            found |= set(range(other + 1, other_end + 1))
    return found


def corresponding_parts(
    parts: Sequence[Range], here: Sequence[str], there: Sequence[str]
) -> set[int]:
    """Return the lines of `there` to show where `parts` of `here` are shown: each part unbroken.

    All lines, where no line of the parts has a counterpart.
    """
    found: set[int] = set()
    for part in parts:
        lines = corresponding(numbers([part]), here, there)
        if lines:
            found |= set(range(min(lines), max(lines) + 1))
    return found or set(range(1, len(there) + 1))


def _opcodes(here: Sequence[str], there: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(
        None, here, there, autojunk=False
    )
    return list(matcher.get_opcodes())
