"""Checking translated pages: every broken rule, with its place and how it counts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import Any

from scripts.docsite.markdown import Heading
from scripts.docsite.model import Finding, Location, PageKey, Severity
from scripts.docsite.translations import mending, remedies, rules
from scripts.docsite.translations.comparing import Fault, compare
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.glossary.faults import faults
from scripts.docsite.translations.likeness import is_alike
from scripts.docsite.translations.memo import Memo
from scripts.docsite.translations.sections import FRONT_MATTER, Section, unmarked
from scripts.docsite.translations.states import State, Translation, Workbench

STALE = frozenset({State.PROSE_CHANGED, State.CODE_CHANGED})
"""The states in which readers are told that English has moved on."""


def check(page: Translation) -> list[Finding]:
    """Return what is wrong with a translated page.

    What is broken in a section that is known to be stale, or not translated, is a warning:
    readers are told of it already. All else is an error.
    """
    found = [*_sections(page)]
    findings = term_findings if is_alike(page) else section_findings
    for id_, state in page.states.items():
        if state not in (State.MISSING, State.ORPHAN):
            severity = Severity.WARNING if state in STALE else Severity.ERROR
            found += findings(page, id_, severity)
    return sorted(found)


def check_all(bench: Workbench, language: str, wanted: Sequence[str], memo: Memo) -> list[Finding]:
    """Return what is wrong with the pages of a language, or of all; only those `wanted`, if any.

    Raises `DocsError` as `Workbench.chosen` does, and where a page can't be read.
    """

    def plain(code: str, key: PageKey) -> list[list[Any]]:
        page = bench.translation(code, key)
        return [_plain(finding) for finding in check(page)] if page else []

    found: list[Finding] = []
    for told in memo.answers("check", bench.chosen_keys(language, wanted), plain):
        for path, line, rule, message, hint, severity in told:
            found.append(Finding(Location(path, line), rule, message, hint, Severity(severity)))
    return found


def _plain(found: Finding) -> list[Any]:
    place = (found.location.path, found.location.line)
    return [*place, found.code, found.message, found.hint, found.severity.value]


def section_findings(
    page: Translation, id_: str, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """Yield the rules that one section of the page breaks, those silenced in it left out."""
    compared = compare(page.english.sections[id_], page.sections[id_])
    found = [*compared, *_terms(page, id_)]
    yield from _told(page, id_, found, severity, remedies.of_faults(page, id_, found))


def structure_findings(page: Translation, id_: str) -> Iterator[Finding]:
    """Yield the rules that one section breaks, leaving out how it says the terms."""
    yield from _told(page, id_, compare(page.english.sections[id_], page.sections[id_]))


def term_findings(
    page: Translation, id_: str, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """Yield the terms that one section does not say as the glossary has them."""
    yield from _told(page, id_, _terms(page, id_), severity)


def _terms(page: Translation, id_: str) -> list[Fault]:
    return [(rules.GLOSSARY, *fault) for fault in faults(page, id_)]


def _told(
    page: Translation,
    id_: str,
    found: list[Fault],
    severity: Severity = Severity.ERROR,
    hints: Sequence[str] = (),
) -> Iterator[Finding]:
    silenced = page.record.silenced.get(id_, {}) if page.record else {}
    for (rule, line, message), hint in zip(found, hints or repeat(""), strict=False):
        if rule.code not in silenced:
            place = "the front matter" if id_ == FRONT_MATTER else f"section '{id_}'"
            finding = rule.at(page.path, line, f"{message} ({place})", severity)
            yield replace(finding, hint=hint or finding.hint)


def _sections(page: Translation) -> Iterator[Finding]:
    wrong = [*misnamed(page)]
    if page.english.sections and {*page.states.values()} <= {State.MISSING, State.ORPHAN}:
        finding = rules.MISSING.at(page.path, 1, "nothing of the page is translated")
        hint = "translate a section, or leave the page out: readers get the English one then"
        yield replace(finding, hint=hint)
    else:
        yield from _missing(page, {english.id for english, _ in wrong})
    yield from _begun(page)
    yield from (_misnamed(page, english, ours) for english, ours in wrong)
    taken = {*page.english.sections, *(ours.id for _, ours in wrong)}
    for id_, section in page.sections.items():
        if id_ not in taken:
            message = f"English has no section '{id_}': readers do not see this one"
            yield rules.ORPHAN.at(page.path, section.line, message, Severity.WARNING)
    yield from _edited(page)
    if moved := _moved(page):
        message = f"the section '{moved.id}' is in another place than in English"
        finding = rules.HEADINGS.at(page.path, moved.line, message, Severity.WARNING)
        hint = f"`docs translations propagate {page.language}` moves it; readers get that order"
        yield replace(finding, hint=hint)


def _misnamed(page: Translation, english: Heading, ours: Heading) -> Finding:
    has = f"the id is '{ours.id}'" if ours.id else "the heading has no id"
    wanted = f"'{english.id}'" if english.id else "none"
    finding = rules.HEADINGS.at(page.path, ours.line, f"{has}, and {wanted} in English")
    line = mending.heading_line(english, ours)
    hint = f"write `{line}`, as in {page.english.path}:{english.line}"
    return replace(finding, hint=remedies.with_fix(page, hint))


def _edited(page: Translation) -> Iterator[Finding]:
    for id_, state in page.states.items():
        if state is State.PROSE_CHANGED and page.is_edited(id_):
            line = page.sections[id_].line
            message = f"the section '{id_}' was edited, and readers are told that it is behind"
            finding = rules.EDITED.at(page.path, line, message, Severity.WARNING)
            command = command_for(page, [id_])
            yield replace(finding, hint=f"if it says what English says now, run `{command}`")


def command_for(page: Translation, done: Sequence[str] = ()) -> str:
    """Return the command that records a page, and of sections that they are as English is now."""
    named = (f" --done {id_}" for id_ in done)
    return f"docs translations sync {page.language} {page.english.key}{''.join(named)}"


def _missing(page: Translation, misnamed: Container[str | None]) -> Iterator[Finding]:
    """Yield what is to be translated: many sections of a page in one line."""
    marked = [id_ for id_ in page.marked if not _is_begun(page, id_)]
    here = {*page.sections, *page.marked}
    absent = [i for i in page.english.sections if i not in misnamed and i not in here]
    for ids, what in ((marked, "marked as still to be translated"), (absent, "not translated")):
        if ids:
            line = page.marked[ids[0]].line if ids is marked else 1
            at = f"{page.english.path}:{page.english.sections[ids[0]].line}"
            named = ", ".join(f"'{id_}'" for id_ in ids)
            told = f"the section {named} is" if len(ids) == 1 else f"the sections {named} are"
            message = f"{told} {what} ({at})"
            yield rules.MISSING.at(page.path, line, message, Severity.WARNING)


def _begun(page: Translation) -> Iterator[Finding]:
    """Yield the marked sections that may be translated: readers do not get to see them."""
    for id_ in filter(partial(_is_begun, page), page.marked):
        at = f"{page.english.path}:{page.english.sections[id_].line}"
        message = (
            f"the section '{id_}' is marked as still to be translated, and is not as in English"
        )
        finding = rules.MISSING.at(page.path, page.marked[id_].line, f"{message} ({at})")
        hint = "remove the mark where it is translated; until then readers see it in English"
        yield replace(finding, hint=hint, severity=Severity.WARNING)


def _is_begun(page: Translation, id_: str) -> bool:
    """Whether a marked section says something else than the English one."""
    return prose_digest(unmarked(page.marked[id_])) != page.english.digests[id_].prose


def misnamed(page: Translation) -> Iterator[tuple[Heading, Heading]]:
    """Yield the headings, in English and here, of which one has another id than the other, or none.

    Only where the pages have the same headings otherwise.

    An id that is recorded was that of English once: there it is English that has changed.
    """
    theirs, ours = page.english.document.headings, page.document.headings
    if [heading.level for heading in theirs] != [heading.level for heading in ours]:
        return
    known = page.record.entries if page.record else {}
    taken = {heading.id for heading in ours}
    for english, heading in zip(theirs, ours, strict=True):
        is_taken = english.id is not None and english.id in taken
        if heading.id != english.id and not is_taken and heading.id not in known:
            yield english, heading


def _moved(page: Translation) -> Section | None:
    """Return the first section that stands elsewhere than in English; readers get that order."""
    english = [id_ for id_ in page.english.sections if id_ in page.sections]
    ours = [id_ for id_ in page.sections if id_ in page.english.sections]
    pairs = zip(english, ours, strict=True)
    found = next((our for their, our in pairs if their != our), None)
    return page.sections[found] if found else None
