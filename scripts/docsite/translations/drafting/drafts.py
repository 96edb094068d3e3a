"""Drafting a page: the sections that no person has translated, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, Language
from scripts.docsite.model import Location, PageKey
from scripts.docsite.translations import sync
from scripts.docsite.translations.checking import STALE, section_findings
from scripts.docsite.translations.digests import prose_digest
from scripts.docsite.translations.drafting import prompts
from scripts.docsite.translations.drafting.endpoint import TruncatedError
from scripts.docsite.translations.drafting.masks import masked
from scripts.docsite.translations.messages.assembly import assemble
from scripts.docsite.translations.messages.collecting import Message, SectionMessages, collect
from scripts.docsite.translations.origins import MACHINE
from scripts.docsite.translations.states import State, Translation, Workbench

Ask = Callable[[Sequence[Mapping[str, str]]], str]

_ATTEMPTS = 3
"""How often a section is asked for: once, and twice more with what was wrong."""
_EXAMPLES = 6


@dataclass(frozen=True)
class Draft:
    """What became of a page."""

    path: str
    change: sync.Change | None
    """None where no section was drafted."""
    done: tuple[str, ...] = ()
    kept: Mapping[str, str] | None = None
    """Why sections were left as they are."""
    failed: Mapping[str, Sequence[str]] | None = None
    """What was wrong to the end with sections that are not written."""
    error: DocsError | None = None
    """What ended the work before every section had been asked for."""


@dataclass(frozen=True)
class _Desk:
    """What the work on one page needs."""

    bench: Workbench
    language: Language
    key: PageKey
    page: Translation | None
    sections: Sequence[SectionMessages]
    ask: Ask


def draft(
    bench: Workbench, language: Language, key: PageKey, wanted: Collection[str], ask: Ask
) -> Draft:
    """Return the page with drafts of the sections that no person has translated.

    `wanted` are the sections that are meant, all where none is named; `ask` is the model. Raises
    `DocsError` where one of them is not there, or is not for a machine to write.
    """
    page = bench.translation(language.code, key)
    path = f"{DOCS}/{language.code}/{key}"
    english = bench.to_translate(language.code, key)
    sections = collect(english, page, language.code, bench.tree.root)
    desk = _Desk(bench, language, key, page, sections, ask)
    chosen, kept = _chosen(desk, wanted, path)
    given: dict[str, str] = {}
    failed: dict[str, Sequence[str]] = {}
    done: list[str] = []
    error = None
    for found in chosen:
        try:
            texts, faults = _section(desk, found)
        except DocsError as problem:
            error = problem
            break
        except KeyboardInterrupt:
            hint = "what is written is kept: the same command goes on with the rest"
            error = DocsError("interrupted", hint=hint)
            break
        if faults:
            failed[found.id] = faults
        else:
            given |= texts
            done.append(found.id)
    change = _change(desk, given, done) if done else None
    return Draft(path, change, tuple(done), kept, failed, error)


def _chosen(
    desk: _Desk, wanted: Collection[str], path: str
) -> tuple[list[SectionMessages], dict[str, str]]:
    """Return the sections that a machine may write, and why it may not write the others."""
    known = [found.id for found in desk.sections]
    for id_ in wanted:
        if id_ not in known:
            hint = f"there are {', '.join(known)}"
            raise DocsError(f"there is no section {id_!r}", at=Location(path), hint=hint)
    reasons = {found.id: _reason(desk.page, found) for found in desk.sections}
    for id_ in wanted:
        if reasons[id_]:
            hint = "name sections that are missing, or leave the names out"
            raise DocsError(f"'{id_}' is not drafted: {reasons[id_]}", at=Location(path), hint=hint)
    chosen = [f for f in desk.sections if f.messages and not reasons[f.id]]
    kept = {id_: reason for id_, reason in reasons.items() if reason}
    return [found for found in chosen if not wanted or found.id in wanted], kept


def _reason(page: Translation | None, found: SectionMessages) -> str:
    """Return why a section is not for a machine to write; nothing where it is."""
    if page is None or found.state is State.MISSING:
        begun = any(message.own for message in found.messages)
        return "somebody has begun to translate it" if begun else ""
    entry = page.record.entries.get(found.id) if page.record else None
    if page.record is None or entry is None:
        return "somebody's work that is not recorded yet"
    origin = page.record.origin(found.id)
    if not origin.is_unread:
        return "a person's work" if not origin.is_machine else f"reviewed by {origin.reviewer}"
    if entry.own != prose_digest(page.sections[found.id]):
        return "edited since it was drafted"
    if found.state not in STALE or not any(message.is_fuzzy for message in found.messages):
        return "drafted already, and English has not changed since"
    return ""


def _section(desk: _Desk, found: SectionMessages) -> tuple[dict[str, str], Sequence[str]]:
    """Return the texts of a section by the contexts of its messages, or what is wrong with them.

    Raises `DocsError` where the model can't be asked.
    """
    messages = [message for message in found.messages if message.is_fuzzy or not message.own]
    masks = [masked(message.english) for message in messages]
    english = desk.bench.english(desk.key)
    glossary = desk.bench.glossaries.of(desk.language.code)
    terms = english.terms(glossary).get(found.id, [])
    talk = prompts.opening(desk.language, terms, _examples(desk, found), messages, masks)
    faults: Sequence[str] = ()
    for _ in range(_ATTEMPTS):
        try:
            answer = desk.ask(talk)
        except TruncatedError as error:
            faults = [error.message]
            continue
        texts, faults = prompts.read(answer, masks)
        if not faults:
            given = {m.context: text for m, text in zip(messages, texts, strict=True)}
            faults = _faults(desk, found, given)
        if not faults:
            return given, ()
        talk = prompts.sent_back(talk, answer, faults)
    return {}, faults


def _faults(desk: _Desk, found: SectionMessages, given: Mapping[str, str]) -> list[str]:
    """Return what the rules say about a section with these texts."""
    english = desk.bench.english(desk.key)
    code = desk.language.code
    made = assemble(desk.bench, english, desk.page, code, [found], given)
    if made.faults or made.page is None:
        return [f"{fault.message.english[:40]!r}: {fault.reason}" for fault in made.faults]
    if found.id not in made.pinned:
        return ["the section is not whole"]
    return [f"{f.code} {f.message}" for f in section_findings(made.page, found.id)]


def _examples(desk: _Desk, found: SectionMessages) -> list[Message]:
    """Return translations that people made: the nearest of the page, or those of another page."""
    here = [m for other in desk.sections if _is_human(desk.page, other.id) for m in other.messages]
    place = [other.id for other in desk.sections].index(found.id)
    order = {other.id: abs(n - place) for n, other in enumerate(desk.sections)}
    near = sorted((m for m in here if m.own), key=lambda m: order[m.section])
    if near:
        return near[:_EXAMPLES]
    for page in desk.bench.translations(desk.language.code):
        sections = collect(page.english, page, desk.language.code, desk.bench.tree.root)
        for other in sections:
            messages = [m for m in other.messages if m.own and m.units[0].kind == "paragraph"]
            if messages and _is_human(page, other.id):
                return messages[:_EXAMPLES]
    return []


def _is_human(page: Translation | None, id_: str) -> bool:
    """Whether a person wrote a section, or stands for it."""
    if page is None or id_ not in page.sections:
        return False
    return page.record is None or not page.record.origin(id_).is_unread


def _change(desk: _Desk, given: Mapping[str, str], done: Sequence[str]) -> sync.Change | None:
    english = desk.bench.english(desk.key)
    code, page = desk.language.code, desk.page
    made = assemble(desk.bench, english, page, code, desk.sections, given)
    if made.page is None:
        return None
    origins = dict.fromkeys(done, MACHINE)
    change = sync.pinned(made.page, made.pinned, made.edited, origins=origins)
    return replace(change, before=page.document.text if page else "")
