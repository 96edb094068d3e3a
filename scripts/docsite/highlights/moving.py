"""Moving ranges whose lines stand elsewhere by now, in every language, and recording the rest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import tree, writing
from scripts.docsite.highlights import record as record_room
from scripts.docsite.highlights.checking import Pair, pairs
from scripts.docsite.highlights.record import FILE, Now, Part
from scripts.docsite.includes import selection
from scripts.docsite.includes.selection import Range
from scripts.docsite.markdown import Document, scan
from scripts.docsite.model import PageKey
from scripts.docsite.tree import Page, Tree


@dataclass(frozen=True, slots=True)
class Plan:
    """The files as they will be, pages and record, by their paths from the root."""

    before: Mapping[str, str]
    files: Mapping[str, str]
    others: tuple[str, ...] = ()
    """The ranges that will be recorded for other lines than they were, with their places."""

    @property
    def diff(self) -> str:
        """What would change, as a unified diff."""
        return "".join(
            line
            for path, text in self.files.items()
            for line in difflib.unified_diff(
                self.before[path].splitlines(keepends=True),
                text.splitlines(keepends=True),
                path,
                path,
            )
        )


def plan(root: Path, pages: Sequence[str] = ()) -> Plan:
    """Return the English pages, all by default, with every range at its lines, and the record.

    `pages` are named as in `docs examples update`; nothing is written.

    A range whose page has not changed, and whose lines stand elsewhere in the file, moves there,
    in each language that has the same include. Every other range is recorded as it stands, but for
    those of a page with an include that can't be shown.
    Raises `DocsError` for an unknown page, and where a page or the record can't be read.
    """
    whole = tree.load(root)
    record = dict(record_room.load(root) or {})
    texts: dict[str, str] = {}
    others: list[str] = []
    for key in whole.keys(pages):
        page = whole.source_pages[key]
        now, _ = record_room.of_page(root, page.document, page.path)
        matched, _ = pairs(now, record.get(key, ()))
        replaced = {p.now.include.source: new for p in matched if (new := _moved_include(p))}
        if replaced:
            texts |= _pages(whole, key, replaced)
        document = scan(texts.get(page.path, page.text), page.path)
        now, is_shown = record_room.of_page(root, document, page.path)
        if is_shown:  # else what it was is not lost
            others += _others(page.path, pairs(now, record.get(key, ()))[0])
            record[key] = tuple(this.shown for this in now)
    record = {key: shown for key, shown in record.items() if key in whole.source_pages}
    if any(record.values()) or (root / FILE).is_file():
        texts[FILE] = record_room.written(record)
    before = {path: _text(root, path) for path in texts}
    files = {path: text for path, text in texts.items() if text != before[path]}
    return Plan(before, files, tuple(others))


def apply(root: Path, planned: Plan) -> None:
    """Write the pages and the record, all or none."""
    writing.write_all(root, {path: text.encode() for path, text in planned.files.items()})


def _text(root: Path, path: str) -> str:
    return tree.read_text(root, path) if (root / path).is_file() else ""


def _others(path: str, matched: Iterable[Pair]) -> Iterator[str]:
    """Yield the ranges of a page that stand for other lines than recorded; new ones do not."""
    for pair in matched:
        for part, _ in pair.changed() if pair.before is not None else ():
            yield f"{path}:{pair.now.include.line}: {pair.now.told(part)} now"


def _moved_include(pair: Pair) -> str | None:
    """Return the include with its ranges at the recorded lines, where they have moved."""
    if pair.is_same:
        return None
    places = dict(pair.moved())
    return _written(pair.now, places) if places else None


def _written(now: Now, places: Mapping[Part, Range]) -> str:
    changed = {
        option: tuple(places.get(p, p.range) for p in now.shown.parts if p.option == option)
        for option in {part.option for part in places}
    }
    options = selection.with_ranges(now.include.options, changed)
    return now.include.source.replace(now.include.options, options)


def _pages(whole: Tree, key: PageKey, replaced: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the page in each language that has one of the includes."""
    for language in whole.languages.all:
        page = whole.page(language.code, key)
        if page is not None and (text := _replaced(page, replaced)) != page.text:
            yield page.path, text


def _replaced(page: Page, replaced: Mapping[str, str]) -> str:
    document: Document = page.document
    lines = list(document.lines)
    for include in document.includes:
        if (new := replaced.get(include.source)) is not None:
            lines[include.line - 1] = lines[include.line - 1].replace(include.source, new)
    return "\n".join(lines)
