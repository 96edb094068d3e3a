"""Importing catalogues: pages as they will be, or why they can't be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, Language
from scripts.docsite.markdown.units import Unit, parts
from scripts.docsite.model import Finding, PageKey
from scripts.docsite.translations import rules, sync
from scripts.docsite.translations.catalogues.reading import Entry
from scripts.docsite.translations.messages.assembly import Assembly, assemble
from scripts.docsite.translations.messages.collecting import SectionMessages, collect, keeps_lines
from scripts.docsite.translations.states import Translation, Workbench

CONFIRMED = "confirmed in a PO file"


@dataclass(frozen=True)
class Import:
    """What becomes of one page."""

    path: str
    change: sync.Change | None
    """None where nothing changes."""
    notes: tuple[str, ...] = ()
    """What was left, with its place, and why."""
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.findings)


def plan(bench: Workbench, language: Language, entries: Iterable[Entry]) -> list[Import]:
    """Return what becomes of each page that the entries name.

    Raises `DocsError` with the entry's line where its page is not there, or is never translated.
    """
    pages: dict[PageKey, list[Entry]] = {}
    for entry in entries:
        pages.setdefault(entry.key, []).append(entry)
    return [_page(bench, language, key, found) for key, found in pages.items()]


def _page(bench: Workbench, language: Language, key: PageKey, entries: list[Entry]) -> Import:
    if key not in bench.page_keys():
        hint = "export again what is translated now"
        raise DocsError(f"no page {key} is to be translated", at=entries[0].at, hint=hint)
    english, page = bench.english(key), bench.translation(language.code, key)
    sections = collect(english, page, language.code, bench.tree.root)
    placed, lost = _placed(sections, entries)
    given = {context: entry.text for context, entry in placed.items()}
    found = assemble(bench, english, page, language.code, sections, given)
    path = f"{DOCS}/{language.code}/{key}"
    sections_left = (f"{path}: left: '{left.id}': {left.reason}" for left in found.left)
    notes = (*_lost(lost), *_fuzzy(entries), *sections_left)
    findings = tuple(
        rules.MESSAGE.at(
            entry.at.path, entry.at.line, f"{fault.reason} (section '{entry.section}')"
        )
        for fault in found.faults
        for entry in [placed[fault.message.context]]
    )
    if found.page is None or found.page is page or found.faults:
        return Import(path, None, notes, findings)
    accepted = dict.fromkeys(found.confirmed, CONFIRMED) if page and page.record else {}
    change = sync.pinned(found.page, found.pinned, found.edited, accepted=accepted)
    change = replace(change, before=page.document.text if page else "")
    told = tuple(_told(finding, found, placed) for finding in change.findings)
    return Import(path, change, notes, told)


def _placed(
    sections: Sequence[SectionMessages], entries: Iterable[Entry]
) -> tuple[Mapping[str, Entry], list[Entry]]:
    """Return the entries by the contexts of the messages they are for, and those for none.

    A message that has moved since the export is found by what it says.
    """
    messages = {m.context: m for found in sections for m in found.messages}
    by_text: dict[tuple[str, str], list[str]] = {}
    for context, message in messages.items():
        by_text.setdefault((message.section, _normal(message.english)), []).append(context)
    placed: dict[str, Entry] = {}
    rest: list[Entry] = []
    for entry in entries:
        message_there = messages.get(entry.context)
        if message_there and _normal(message_there.english) == _normal(entry.english):
            placed[entry.context] = entry
        else:
            rest.append(entry)
    lost = []
    for entry in rest:
        contexts = by_text.get((entry.section, _normal(entry.english)), [])
        free = next((context for context in contexts if context not in placed), None)
        if free is None:
            lost.append(entry)
        else:
            placed[free] = entry
    return placed, lost


def _lost(entries: Iterable[Entry]) -> Iterable[str]:
    for entry in entries:
        if entry.text:
            why = "English does not say this any more; export the page again, the text is kept"
            yield f"{entry.at}: left: {why}"


def _fuzzy(entries: Iterable[Entry]) -> Iterable[str]:
    if places := [entry.at for entry in entries if entry.is_fuzzy]:
        told = "1 fuzzy message" if len(places) == 1 else f"{len(places)} fuzzy messages, from here"
        why = 'where the text is right, take the mark away ("Needs editing", "Needs work")'
        yield f"{places[0]}: left: {told}: {why}"


def _told(finding: Finding, found: Assembly, placed: Mapping[str, Entry]) -> Finding:
    """Return a finding with the place of the entry that is to be mended, by hand."""
    line = finding.location.line
    entry = _entry_at(found.page, line, placed) if found.page else None
    at = entry.at if entry else finding.location
    return replace(finding, location=at, hint=rules.RULES[finding.code].remedy)


def _entry_at(page: Translation, line: int, placed: Mapping[str, Entry]) -> Entry | None:
    """Return the entry whose text stands in a line of the page, or begins the section there."""
    keeps = keeps_lines(page.language)
    for id_, section in page.sections.items():
        if not section.line <= line <= section.end_line:
            continue
        own = [entry for context, entry in placed.items() if f"#{id_}:" in context]
        for part in parts(section.content, keeps_lines=keeps):
            if isinstance(part, Unit) and part.line <= line <= part.end_line:
                said = _normal(part.text)
                return next((entry for entry in own if said in _normal(entry.text)), None)
        return own[0] if own else None
    return None


def _normal(text: str) -> str:
    return " ".join(text.split())


def apply(bench: Workbench, imports: Sequence[Import]) -> tuple[sync.Change, ...]:
    """Write all pages, or none where one of them is refused; return those that were written."""
    if any(found.is_refused for found in imports):
        return ()
    return sync.apply(bench.tree.root, [found.change for found in imports if found.change])
