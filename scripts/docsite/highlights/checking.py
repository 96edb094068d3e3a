"""Comparing the pages with the record: ranges that stand for other lines than they did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.highlights import record as record_room
from scripts.docsite.highlights.record import FILE, Now, Part, Record, Shown
from scripts.docsite.includes.selection import Range
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location, PageKey

CODE = "I003"


@dataclass(frozen=True, slots=True)
class Pair:
    """An include with what is recorded of it; nothing, where it is new."""

    now: Now
    before: Shown | None

    @property
    def is_same(self) -> bool:
        """Whether every range stands for the lines that it stood for."""
        return self.before is not None and self.now.shown.digests == self.before.digests

    def changed(self) -> Iterator[tuple[Part, Part | None]]:
        """Yield each range whose lines are others than recorded, with its recorded form."""
        before = self.before.parts if self.before else ()
        known = {part.digest for part in before}
        now = self.now.shown.parts
        alike = [p.option for p in before] == [p.option for p in now]
        for index, part in enumerate(now):
            if part.digest not in known:
                yield part, before[index] if alike else None

    def moved(self) -> Iterator[tuple[Part, Range]]:
        """Yield each range that is the recorded one and whose lines stand elsewhere, with where."""
        for part, before in self.changed():
            if before is not None and before.range == part.range:
                place = _place(before, self.now.lines)
                if place is not None:
                    yield part, place


def pairs(
    now: Sequence[Now], recorded: Sequence[Shown]
) -> tuple[tuple[Pair, ...], tuple[Shown, ...]]:
    """Return each include with its entry in the record, and the entries that no include has.

    An entry with the same lines comes first; else the next one of the same file.
    """
    rest = list(recorded)
    found: dict[int, Shown] = {}
    for same in (True, False):
        for index, this in enumerate(now):
            if index not in found:
                entry = next((e for e in rest if _fits(e, this.shown, same=same)), None)
                if entry is not None:
                    found[index] = entry
                    rest.remove(entry)
    return tuple(Pair(this, found.get(i)) for i, this in enumerate(now)), tuple(rest)


def _fits(entry: Shown, shown: Shown, *, same: bool) -> bool:
    return entry.path == shown.path and (not same or entry.digests == shown.digests)


def check(
    root: Path, pages: Iterable[tuple[PageKey, str, Document]], record: Record | None = None
) -> Iterator[Finding]:
    """Yield what is marked otherwise than recorded in the English `pages`: key, path, document.

    A project without a record has nothing to compare. Raises `DocsError` where the record can't
    be read.
    """
    record = record_room.load(root) if record is None else record
    if record is None:
        return
    if not record:
        yield from _of_empty(root, pages)
        return
    seen: set[PageKey] = set()
    for key, path, document in pages:
        seen.add(key)
        now, is_shown = record_room.of_page(root, document, path)
        matched, gone = pairs(now, record.get(key, ()))
        for pair in matched:
            yield from _of_pair(pair, key, path)
        for entry in gone if is_shown else ():
            message = f"{key} does not show these lines of {entry.path} any more"
            yield _gone(entry.line, message, f"docs examples update {key}")
    yield from _of_pages(root, record, seen)


def _of_empty(root: Path, pages: Iterable[tuple[PageKey, str, Document]]) -> Iterator[Finding]:
    """Yield one finding for all includes, none of which is recorded."""
    if any(record_room.of_page(root, document, path)[0] for _, path, document in pages):
        message = "the record is empty, and pages mark or cut out lines"
        yield Finding(Location(FILE), CODE, message, record_room.HINT)


def _of_pages(root: Path, record: Record, seen: Collection[PageKey]) -> Iterator[Finding]:
    for key, entries in record.items():
        if key not in seen and not (root / DOCS / SOURCE / key).is_file():  # or it can't be read
            line = entries[0].line if entries else 1
            yield _gone(line, f"there is no English page {key}", "docs examples update")


def _gone(line: int, message: str, command: str) -> Finding:
    return Finding(Location(FILE, line), CODE, message, f"`{command}` takes it out")


def _of_pair(pair: Pair, key: PageKey, path: str) -> Iterator[Finding]:
    at = Location(path, pair.now.include.line)
    command = f"`docs examples update {key}`"
    if pair.before is None:
        message = "which lines the include marks or cuts out is not recorded yet"
        yield Finding(at, CODE, message, f"record it: {command}")
        return
    places = dict(pair.moved())
    if not pair.now.is_inside:  # as the check of includes tells
        for part, place in places.items():
            what = f"the lines of {part.name} of {pair.now.shown.path} are {place}"
            yield Finding(at, CODE, f"{what} now", f"{command} moves it")
        return
    changed = tuple(pair.changed())
    if not (changed or pair.is_same):
        message = "the include marks or cuts out fewer lines than recorded, or in another order"
        yield Finding(at, CODE, message, f"if that is meant, record it: {command}")
    for part, before in changed:
        message = f"{pair.now.told(part)}, as it did not before"
        if before is not None and before.range != part.range:
            hint = f"it was {before.name}; if the new one is meant, record it: "
            yield Finding(at, CODE, message, hint + command)
        elif part in places:
            yield Finding(
                at, CODE, message, f"the lines are {places[part]} now; {command} moves it"
            )
        else:
            yield Finding(at, CODE, message, f"look at the page; if it is right, {command}")


def _place(before: Part, lines: Sequence[str]) -> Range | None:
    """Return where the lines of a recorded range stand now; None where that is not certain."""
    length = before.range.last - before.range.first
    places = [
        Range(first, first + length)
        for first in range(1, len(lines) - length + 1)
        if record_room.digest(lines, Range(first, first + length)) == before.digest
    ]
    return places[0] if len(places) == 1 else None
