"""A page made from messages: what they leave alone stays as it is, to the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS
from scripts.docsite.translations import layout
from scripts.docsite.translations.messages import skeleton
from scripts.docsite.translations.messages.collecting import (
    Message,
    SectionMessages,
    keeps_lines,
)
from scripts.docsite.translations.messages.skeleton import Fill, Skeleton
from scripts.docsite.translations.sections import FRONT_MATTER
from scripts.docsite.translations.states import English, State, Translation, Workbench


@dataclass(frozen=True)
class Left:
    """A section that is not written, and why."""

    id: str
    reason: str


@dataclass(frozen=True)
class Fault:
    """A message that can't be put into the page."""

    message: Message
    reason: str


@dataclass(frozen=True)
class Assembly:
    """The page as it will be."""

    page: Translation | None
    """None where nothing of it is translated."""
    pinned: tuple[str, ...] = ()
    """The sections that say all that English says now."""
    edited: tuple[str, ...] = ()
    """The sections that were changed, and still are behind English."""
    confirmed: tuple[str, ...] = ()
    """Those of the pinned ones whose text is as it was: somebody says that it is right so."""
    left: tuple[Left, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass
class _Plan:
    """What is to be done with each section, while it is found out."""

    written: dict[str, Skeleton]
    pinned: list[str]
    edited: list[str]
    confirmed: list[str]
    left: list[Left]


def assemble(
    bench: Workbench,
    english: English,
    page: Translation | None,
    language: str,
    sections: Sequence[SectionMessages],
    given: Mapping[str, str],
) -> Assembly:
    """Return the page with the texts that are given, by the contexts of its messages.

    A section that the language lacks is written when all of its messages are there. One that it
    has keeps what is not given, and counts as current when no message is in doubt any more.
    """
    plan = _Plan({}, [], [], [], [])
    fills = {found.id: _fills(found, given) for found in sections}
    for found in sections:
        _decide(plan, found, fills[found.id], english, page, keeps_lines(language))
    if not plan.written:
        return Assembly(page, left=tuple(plan.left))
    for found in sections:  # what has no words is there with the rest of the page
        if found.state is State.MISSING and not found.messages:
            section = english.sections[found.id]
            plan.written[found.id] = skeleton.of_english(section, None, (), keeps=False)
            plan.pinned.append(found.id)
    path = f"{DOCS}/{language}/{english.key}"
    try:
        text = _text(english, page, plan.written)
        fresh = bench.beside(language, english.key, markdown.scan(text, path))
    except DocsError as error:
        changed = [fill for id_ in plan.written for fill in fills[id_] if fill.is_changed]
        return Assembly(page, faults=(Fault(changed[0].message, error.message),))
    fresh = replace(fresh, record=page.record if page else None)
    keeps = keeps_lines(language)
    faults = tuple(
        _misread(fills[id_])
        for id_, meant in plan.written.items()
        if not meant.is_read(fresh.sections.get(id_), keeps=keeps)
    )
    return Assembly(
        fresh,
        tuple(id_ for id_ in english.sections if id_ in plan.pinned),
        tuple(plan.edited),
        tuple(plan.confirmed),
        tuple(plan.left),
        faults,
    )


def _fills(found: SectionMessages, given: Mapping[str, str]) -> list[Fill]:
    """Return what is to stand for each message: what is given, or what the page has."""
    fills = []
    for message in found.messages:
        text = given.get(message.context, "").strip("\n")
        fill = Fill(message, message.translated, message.is_fuzzy)
        fills.append(Fill(message, text, is_fuzzy=False) if text.strip() else fill)
    return fills


def _decide(
    plan: _Plan,
    found: SectionMessages,
    fills: list[Fill],
    english: English,
    page: Translation | None,
    keeps: bool,
) -> None:
    """Add to the plan what becomes of a section."""
    if not any(fill.is_changed for fill in fills):
        return
    own = page.sections.get(found.id) if page else None
    is_whole = all(fill.text and not fill.is_fuzzy for fill in fills)
    has_places = own is not None and all(f.message.own or not f.is_changed for f in fills)
    if is_whole:
        plan.pinned.append(found.id)
        is_same_text = all(fill.text == fill.message.translated for fill in fills)
        if own is not None and is_same_text:
            plan.confirmed.append(found.id)
    elif own is not None and has_places:
        plan.edited.append(found.id)
    else:
        done = sum(bool(fill.text) and not fill.is_fuzzy for fill in fills)
        are_done = f"{done} of its {len(fills)} messages {'is' if done == 1 else 'are'} done"
        reason = f"{are_done}: it gets into the page when all are; until then the file keeps them"
        plan.left.append(Left(found.id, reason))
        return
    is_current = found.state in (State.CURRENT, State.UNSYNCED)
    if own is not None and has_places and (is_current or not is_whole):
        plan.written[found.id] = skeleton.of_translation(own, fills, keeps=keeps)
    else:
        section = english.sections[found.id]
        plan.written[found.id] = skeleton.of_english(section, own, fills, keeps=keeps)


def _text(english: English, page: Translation | None, written: Mapping[str, Skeleton]) -> str:
    """Return the page with the sections that are written in the places of English."""
    now = layout.of(page.document) if page else layout.Layout([""], {})
    chunks = {
        id_: _trailing(written[id_].lines, old) if id_ in written else old
        for id_, old in now.chunks.items()
    }
    if FRONT_MATTER in written:
        rest = now.head[page.document.front_matter.end_line if page else 0 :]
        now = replace(now, head=[*written[FRONT_MATTER].lines, *(rest or [""])])
    fresh = {
        id_: "\n".join(meant.lines).strip("\n")
        for id_, meant in written.items()
        if id_ not in chunks and id_ != FRONT_MATTER
    }
    ids, before = [*chunks], -1
    for id_ in english.sections:
        if id_ in fresh:
            ids.insert(before + 1, id_)
        before = ids.index(id_) if id_ in ids else before
    return replace(now, chunks=chunks).arranged(ids, fresh).text


def _trailing(lines: list[str], old: Sequence[str]) -> list[str]:
    """Return the lines with as many blank ones at their end as there were before."""
    blank = next((n for n, line in enumerate(reversed(old)) if line.strip()), len(old))
    kept = "\n".join(lines).rstrip("\n").split("\n")
    return [*kept, *[""] * blank]


def _misread(fills: Sequence[Fill]) -> Fault:
    """Return the fault of a section that is not read as it was written."""
    several = [fill for fill in fills if "\n" in fill.text and len(fill.message.units) == 1]
    suspects = [fill for fill in several if fill.is_changed] or [f for f in fills if f.is_changed]
    reason = "it would be read as something else than one piece of text"
    return Fault(suspects[0].message, reason)
