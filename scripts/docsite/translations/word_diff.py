"""The words that two English texts share and do not: compared by blocks first, then inside them.

A paragraph is compared with the one that it became, and code with code, so that what was put
between two paragraphs does not mix with the words of either.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError

Kind = Literal["same", "removed", "added"]

_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The letters of Chinese and Japanese, whose words have no blanks between them."""
_WORD = re.compile(rf"\s+|[{_HAN}]|[^\W{_HAN}]+|[^\w\s]")
_ALIKE = 0.25
"""How much two blocks must share for their words to be told apart one by one."""
_ANY = 0.01
"""What it is worth to compare two blocks of a kind that share nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that English had, has, or both."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class _Block:
    """A paragraph or a code block, and the blank lines behind it."""

    text: str
    gap: str
    is_code: bool

    @cached_property
    def words(self) -> Sequence[str]:
        found = _WORD.findall(self.text)
        return [word for word in found if word[0].isalnum()] or found

    def likeness(self, other: _Block) -> float:
        """Return how much of both is the same, from 0 to 1."""
        return _matcher(self.words, other.words).ratio()


_Pair = tuple[_Block | None, _Block | None]


def word_diff(old: str, new: str) -> Iterator[Piece]:
    """Yield the pieces of both texts: joined without the added ones they give the old text.

    Changes that only a blank parts are told as one, as a person would tell them.
    """
    pairs = _pairs(_blocks(old), _blocks(new))
    pieces = (piece for before, after in pairs for piece in _of_pair(before, after))
    for kind, run in groupby(pieces, lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))


def _blocks(text: str) -> list[_Block]:
    """Cut a text at its blank lines and at the borders of code, whose blank lines do not count."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    code = _code(text)

    def run_of(number: int) -> int:
        return code.get(number, 0 if lines[number - 1].strip() else -1)

    found: list[_Block] = []
    for run, numbers in groupby(range(1, len(lines) + 1), run_of):
        joined = "".join(lines[number - 1] for number in numbers)
        body = "" if run < 0 else joined.rstrip("\n")
        gap = joined[len(body) :]
        if not body and found:
            last = found.pop()
            found.append(_Block(last.text, last.gap + gap, last.is_code))
        else:
            found.append(_Block(body, gap, run > 0))
    return found


def _code(text: str) -> dict[int, int]:
    """Return the lines that are of code, each with the line at which its code begins."""
    try:
        fences = markdown.scan(text).fences
    except DocsError:  # half of a block that the border of a section has cut
        return {}
    return {n: fence.line for fence in fences for n in range(fence.line, fence.end_line + 1)}


def _pairs(old: Sequence[_Block], new: Sequence[_Block]) -> Iterator[_Pair]:
    """Yield each block of both texts with its counterpart, in an order that keeps that of both."""
    matcher = _matcher([block.text for block in old], [block.text for block in new])
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
        else:
            yield from _aligned(old[start:end], new[first:last])


def _aligned(old: Sequence[_Block], new: Sequence[_Block]) -> Iterator[_Pair]:
    """Yield the blocks paired so that as much as can be is alike."""
    worth = [[_ANY + a.likeness(b) if a.is_code == b.is_code else -1.0 for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = worth[i][j] + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((block, None) for block in old[i:])
    yield from ((None, block) for block in new[j:])


def _of_pair(before: _Block | None, after: _Block | None) -> Iterator[Piece]:
    if before is None or after is None:
        removed = before.text + before.gap if before else ""
        yield from _changed(removed, after.text + after.gap if after else "")
    elif before.text == after.text or before.likeness(after) >= _ALIKE:
        yield from _words(before.text + before.gap, after.text + after.gap)
    else:
        yield from _changed(before.text, after.text)
        yield from _words(before.gap, after.gap)


def _words(old: str, new: str) -> Iterator[Piece]:
    removed, added = "", ""
    runs = list(_runs(old, new))
    for number, (is_same, before, after) in enumerate(runs):
        is_last = number == len(runs) - 1
        if not is_same or (before == " " and (removed or added) and not is_last):
            removed, added = removed + before, added + after
            continue
        yield from _changed(removed, added)
        yield Piece("same", before)
        removed, added = "", ""
    yield from _changed(removed, added)


def _runs(old: str, new: str) -> Iterator[tuple[bool, str, str]]:
    """Yield whether both texts have a run of words, and the run in each."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    for tag, start, end, first, last in _matcher(before, after).get_opcodes():
        yield tag == "equal", "".join(before[start:end]), "".join(after[first:last])


def _matcher(old: Sequence[str], new: Sequence[str]) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(None, old, new, autojunk=False)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
