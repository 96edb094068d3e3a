"""Propagating what English has changed and needs no translator, to the pages of every language.

Code, includes, marked lines, targets of links, ids, the order of sections, and pages that have
moved. A section that corresponds to English afterwards is recorded as made from the English page
of now; one of which English has changed the text as well stays changed, with only that left to do.
What is not certain is left as it is, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from scripts.docsite import markdown
from scripts.docsite.languages import DOCS
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import history, mending, mingled, moves, relinking, rules
from scripts.docsite.translations import record as record_room
from scripts.docsite.translations.checking import structure_findings
from scripts.docsite.translations.code_comments import are_translated, comments
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.fixing import scanned
from scripts.docsite.translations.mending import Mend
from scripts.docsite.translations.record import Entry, Record
from scripts.docsite.translations.sections import Section
from scripts.docsite.translations.states import State, Translation, Workbench
from scripts.docsite.writing import write_all

_V = TypeVar("_V")
_Mends = Callable[[Section, Section, Section | None], Iterator[Mend]]
_ROOMS: tuple[tuple[_Mends, _Mends], ...] = (
    (mending.mends, mending.mends),
    (relinking.mends, partial(relinking.mends, is_reworded=True)),
)
"""What mends a section of which only the code has changed, and one whose text has as well."""


@dataclass(frozen=True)
class Propagation:
    """What becomes of one page."""

    path: str
    before: str
    text: str
    moved_from: str | None = None
    """The path that the page has now, where English has moved it."""
    done: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    """The sections that are recorded as made from the English page of now."""
    left: tuple[tuple[Location, str], ...] = ()

    @property
    def files(self) -> Mapping[str, bytes | None]:
        """What is written: none where nothing changes."""
        if self.moved_from is not None:
            return {self.path: self.text.encode(), self.moved_from: None}
        return {self.path: self.text.encode()} if self.text != self.before else {}


@dataclass
class Past:
    """The English sections of earlier days, each page read once."""

    root: Path
    _pages: dict[str, Mapping[str, Section] | None] = field(default_factory=dict)

    def section(self, page: Translation, id_: str) -> Section | None:
        """Return the English section that ours was made from; None where git does not have it."""
        entry = page.record.entries.get(id_) if page.record else None
        if entry is None:
            return None
        if entry.blob not in self._pages:
            self._pages[entry.blob] = history.old_sections(self.root, entry.blob)
        old = self._pages[entry.blob] or {}
        same = {i: s for i, s in old.items() if prose_digest(s) == entry.english.prose}
        return same.get(id_) or (next(iter(same.values())) if len(same) == 1 else None)


def plan(bench: Workbench, language: str = "") -> list[Propagation]:
    """Return what becomes of the pages of a language, or of all; nothing is changed.

    Raises `DocsError` where there is no such language, or a page can't be read.
    """
    known, past = bench.tree.languages, Past(bench.tree.root)
    codes = [known.translated(language).code] if language else known.codes
    translated = [code for code in codes if not known[code].is_source]
    return [found for code in translated for found in _of_language(bench, code, past)]


def apply(root: Path, planned: Iterable[Propagation]) -> None:
    """Write the pages and remove those that have moved, all of them or none."""
    write_all(root, {path: text for page in planned for path, text in page.files.items()})


def told(planned: Iterable[Propagation]) -> Iterator[str]:
    """Yield what is done and what is left, in lines for people."""
    pinned = left = changed = 0
    for page in planned:
        yield from page.done
        if page.pinned:
            yield f"{page.path}: recorded as of now: {', '.join(page.pinned)}"
        yield from (f"{at}: left: {why}" for at, why in page.left)
        changed += bool(page.files)
        pinned, left = pinned + len(page.pinned), left + len(page.left)
    pages, sections = f"page{'s' * (changed != 1)}", f"section{'s' * (pinned != 1)}"
    yield f"{changed} {pages} changed, {pinned} {sections} recorded, {left} left"


def _of_language(bench: Workbench, language: str, past: Past) -> Iterator[Propagation]:
    found = moves.pages(bench, language)
    for at, why in found.left:
        text = bench.tree.pages[language][PageKey(at.path.split("/", 2)[2])].text
        yield Propagation(at.path, text, text, left=((at, why),))
    for key, target in found.pages.items():
        old = bench.tree.pages[language][key]
        path = f"{DOCS}/{language}/{target}"
        page = bench.beside(language, target, markdown.scan(old.text, path))
        done = f"{old.path}: moved to {path}, as in English"
        result = _of_page(bench, page, past)
        yield replace(result, moved_from=old.path, done=(done, *result.done))
    for page in bench.translations(language):
        yield _of_page(bench, page, past)


def _of_page(bench: Workbench, page: Translation, past: Past) -> Propagation:
    done: list[str] = []
    now, found = _renamed(bench, page)
    done += found
    text = moves.in_english_order(now)
    if text != now.document.text:
        done.append(f"{page.path}: its sections stand where English has them")
        now = scanned(bench, now, text)
    for rooms in _ROOMS:
        mends = [*_mends(now, past, *rooms)]
        done += [f"{page.path}:{mend.line}: {mend.rule.code} {mend.message}" for mend in mends]
        now = scanned(bench, now, mending.applied(now.document.lines, mends)) if mends else now
    left = {id_: why for id_ in _mechanical(now) if (why := _doubt(now, id_, past))}
    pinned = tuple(id_ for id_ in _mechanical(now) if id_ not in left)
    orphans = (i for i, state in now.states.items() if state is State.ORPHAN)
    left |= {id_: f"English has no section '{id_}' now" for id_ in orphans}
    left |= {id_: why for id_ in _reworded(now) if (why := _rest(now, id_, past))}
    places = ((Location(page.path, now.sections[id_].line), why) for id_, why in left.items())
    return Propagation(
        page.path,
        page.document.text,
        _pinned(now, pinned),
        done=tuple(done),
        pinned=pinned,
        left=tuple(places),
    )


def _mechanical(page: Translation) -> Iterator[str]:
    """Yield the sections of which English has changed the code alone."""
    yield from (id_ for id_, state in page.states.items() if state is State.CODE_CHANGED)


def _reworded(page: Translation) -> Iterator[str]:
    """Yield the sections of which English has changed the text."""
    yield from (id_ for id_, state in page.states.items() if state is State.PROSE_CHANGED)


def _mends(page: Translation, past: Past, mechanical: _Mends, reworded: _Mends) -> Iterator[Mend]:
    for id_ in _mechanical(page):
        english, ours = page.english.sections[id_], page.sections[id_]
        yield from mechanical(english, ours, past.section(page, id_))
    for id_ in _reworded(page):
        english, ours = page.english.sections[id_], page.sections[id_]
        before = past.section(page, id_)
        if before is not None and mingled.is_certain(before, english, ours):
            yield from reworded(english, ours, before)


def _rest(page: Translation, id_: str, past: Past) -> str:
    """Return why the code of a section whose text has changed is not that of now, if so."""
    english, before = page.english.sections[id_], past.section(page, id_)
    if mingled.has_code_of(english, page.sections[id_]):
        return ""
    if before is None:
        return "its code is not that of English (git does not have the old English text here)"
    if mingled.has_code_of(english, before):
        return ""  # it has not changed: the text is a translator's
    return "its code and its text have changed so that only a translator can tell which is which"


def _renamed(bench: Workbench, page: Translation) -> tuple[Translation, list[str]]:
    """Return the page with the ids that English has given to its sections, and what was done."""
    names, record = moves.renamed(page), page.record
    if not names or record is None:
        return page, []
    found: list[Mend] = []
    for old, new in names.items():
        heading, english = page.sections[old].heading, page.english.sections[new].heading
        if heading is None or english is None:
            return page, []
        line = mending.heading_line(english, heading)
        end = heading.line + heading.underlined
        found.append(
            Mend(rules.HEADINGS, heading.line, end, (line,), f"the heading is now `{line}`")
        )
    told = [f"{page.path}:{mend.line}: {mend.rule.code} {mend.message}" for mend in found]
    now = markdown.scan(mending.applied(page.document.lines, found), page.path)
    text = record_room.written(now, _with_names(record, names))
    return scanned(bench, page, text), told


def _with_names(record: Record, names: Mapping[str, str]) -> Record:
    def named(values: Mapping[str, _V]) -> Mapping[str, _V]:
        return {names.get(id_, id_): value for id_, value in values.items()}

    return replace(
        record,
        entries=named(record.entries),
        accepted=named(record.accepted),
        silenced=named(record.silenced),
        origins=named(record.origins),
    )


def _doubt(page: Translation, id_: str, past: Past) -> str:
    """Return why a section can't be recorded as made from the English page of now, if so."""
    english, ours = page.english.sections[id_], page.sections[id_]
    before = past.section(page, id_)
    unknown = "" if before else " (git does not have the old English text here)"
    if finding := next(structure_findings(page, id_), None):
        return f"{finding.code} {finding.message}{unknown}"
    if are_translated(english.content.fences, ours.content.fences):
        told = f"changed in English (section '{id_}')"
        if before is None:
            return f"a comment in a code block may have {told}{unknown}"
        if _comments(before) != _comments(english):
            return f"a comment in a code block has {told}"
    return ""


def _comments(section: Section) -> list[list[str]]:
    return [comments(fence) for fence in section.content.fences]


def _pinned(page: Translation, ids: Iterable[str]) -> str:
    """Return the page with the sections recorded as made from the English page of now."""
    record = page.record
    if record is None:
        return page.document.text
    fresh = {
        id_: Entry(page.english.digests[id_], record.entries[id_].own, page.english.blob)
        for id_ in ids
    }
    if not fresh:
        return page.document.text
    return record_room.written(page.document, replace(record, entries={**record.entries, **fresh}))
