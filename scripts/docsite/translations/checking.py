"""Checking translated pages: every broken rule, with its place and how it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scripts.docsite.model import Finding, Severity
from scripts.docsite.translations import rules
from scripts.docsite.translations.comparing import Fault, compare
from scripts.docsite.translations.glossary.faults import faults
from scripts.docsite.translations.sections import FRONT_MATTER, Section
from scripts.docsite.translations.states import State, Translation

STALE = frozenset({State.PROSE_CHANGED, State.CODE_CHANGED})
"""The states in which readers are told that English has moved on."""


def check(page: Translation) -> list[Finding]:
    """Return what is wrong with a translated page.

    What is broken in a section that is known to be stale, or not translated, is a warning:
    readers are told of it already. All else is an error.
    """
    found = [*_sections(page)]
    for id_, state in page.states.items():
        if state not in (State.MISSING, State.ORPHAN):
            severity = Severity.WARNING if state in STALE else Severity.ERROR
            found += section_findings(page, id_, severity)
    return sorted(found)


def section_findings(
    page: Translation, id_: str, severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    """Yield the rules that one section of the page breaks, those silenced in it left out."""
    english, ours = page.english.sections[id_], page.sections[id_]
    terms = [(rules.GLOSSARY, *fault) for fault in faults(page.glossary, english, ours)]
    yield from _told(page, id_, [*compare(english, ours), *terms], severity)


def structure_findings(page: Translation, id_: str) -> Iterator[Finding]:
    """Yield the rules that one section breaks, leaving out how it says the terms."""
    yield from _told(page, id_, compare(page.english.sections[id_], page.sections[id_]))


def _told(
    page: Translation, id_: str, found: list[Fault], severity: Severity = Severity.ERROR
) -> Iterator[Finding]:
    silenced = page.record.silenced.get(id_, {}) if page.record else {}
    for rule, line, message in found:
        if rule.code not in silenced:
            place = "the front matter" if id_ == FRONT_MATTER else f"section '{id_}'"
            yield rule.at(page.path, line, f"{message} ({place})", severity)


def _sections(page: Translation) -> Iterator[Finding]:
    if page.english.sections and {*page.states.values()} <= {State.MISSING, State.ORPHAN}:
        finding = rules.MISSING.at(page.path, 1, "nothing of the page is translated")
        yield replace(finding, hint="translate a section; without one, the page is not to be here")
    else:
        yield from _missing(page)
    for id_, section in page.sections.items():
        if id_ not in page.english.sections:
            message = f"English has no section '{id_}': readers do not see this one"
            yield rules.ORPHAN.at(page.path, section.line, message, Severity.WARNING)
    if moved := _moved(page):
        message = f"the section '{moved.id}' is in another place than in English"
        yield rules.HEADINGS.at(page.path, moved.line, message, Severity.WARNING)


def _missing(page: Translation) -> Iterator[Finding]:
    for id_, section in page.english.sections.items():
        at = f"{page.english.path}:{section.line}"
        if id_ in page.marked:
            message = f"the section '{id_}' is marked as still to be translated ({at})"
            yield rules.MISSING.at(page.path, page.marked[id_].line, message, Severity.WARNING)
        elif id_ not in page.sections:
            message = f"the section '{id_}' is not translated ({at})"
            yield rules.MISSING.at(page.path, 1, message, Severity.WARNING)


def _moved(page: Translation) -> Section | None:
    """Return the first section that stands elsewhere than in English; readers get that order."""
    english = [id_ for id_ in page.english.sections if id_ in page.sections]
    ours = [id_ for id_ in page.sections if id_ in page.english.sections]
    pairs = zip(english, ours, strict=True)
    found = next((our for their, our in pairs if their != our), None)
    return page.sections[found] if found else None
