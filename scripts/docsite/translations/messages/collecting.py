"""The messages of a page: each English unit with its translation, and whether that is stale."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts.docsite.markdown.units import Mark, Part, Unit, parts
from scripts.docsite.model import PageKey
from scripts.docsite.translations import history
from scripts.docsite.translations.checking import STALE
from scripts.docsite.translations.messages import pairing
from scripts.docsite.translations.sections import Section
from scripts.docsite.translations.states import English, State, Translation

_WITHOUT_BLANKS = ("ja", "zh")


@dataclass(frozen=True, slots=True)
class Message:
    """A piece of English text, what it is in the language, and where both stand."""

    key: PageKey
    section: str
    index: int
    units: tuple[Unit, ...]
    """The English units: one, or the paragraphs that the translation has joined or split."""
    own: tuple[Unit, ...] = ()
    is_fuzzy: bool = False
    """Whether English has changed since, so that the translation may not say it any more."""
    previous: str = ""
    """What English said when it was translated."""
    below: str = ""
    """The code or include that stands above it."""

    @property
    def context(self) -> str:
        """The name of the message: its page, its section, and its number there."""
        return f"{self.key}#{self.section}:{self.index}"

    @property
    def english(self) -> str:
        """What English says."""
        return pairing.text(self.units)

    @property
    def translated(self) -> str:
        """What the language says; empty where it says nothing."""
        return pairing.text(self.own)


@dataclass(frozen=True)
class SectionMessages:
    """The messages of a section, and the translations of what English does not say any more."""

    id: str
    state: State
    messages: Sequence[Message]
    gone: Sequence[tuple[str, str]] = field(default_factory=tuple)


def keeps_lines(language: str) -> bool:
    """Whether a language has no blanks between its words, so that lines are not broken anew."""
    return language.partition("-")[0] in _WITHOUT_BLANKS


def collect(
    english: English, page: Translation | None, language: str, root: Path
) -> tuple[SectionMessages, ...]:
    """Return the messages of a page, section by section in the order of English."""
    old: dict[str, Mapping[str, Section] | None] = {}
    found = []
    for id_, section in english.sections.items():
        own = page.sections.get(id_) if page else None
        if page is None or own is None:
            begun = page.marked.get(id_) if page else None
            messages = _untranslated(english, section, begun, language)
            found.append(SectionMessages(id_, State.MISSING, messages))
            continue
        state, before = page.states[id_], None
        if state in STALE and page.record:
            blob = page.record.entries[id_].blob
            if blob not in old:
                old[blob] = history.old_sections(root, blob)
            before = (old[blob] or {}).get(id_)
        own_parts = parts(own.content, keeps_lines=keeps_lines(language))
        found.append(_beside(english, section, own_parts, state, before))
    return tuple(found)


def _untranslated(
    english: English, section: Section, begun: Section | None, language: str
) -> list[Message]:
    """Return the messages of a section that readers get in English.

    What a person has begun to say below a mark is not lost: it is in doubt, as nothing says which
    English text it was made from.
    """
    keeps = keeps_lines(language)
    own = parts(begun.content, keeps_lines=keeps) if begun else ()
    messages = _messages(english, section, pairing.pairs(parts(section.content), own))
    return [
        replace(message, is_fuzzy=True)
        if message.own and not _is_english(message)
        else replace(message, own=())
        for message in messages
    ]


def _is_english(message: Message) -> bool:
    return message.translated.split() == message.english.split()


def _beside(
    english: English,
    section: Section,
    own: Sequence[Part],
    state: State,
    before: Section | None,
) -> SectionMessages:
    now = parts(section.content)
    if state not in STALE or before is None:
        messages = _messages(english, section, pairing.pairs(now, own))
        if state in STALE:
            messages = [replace(m, is_fuzzy=bool(m.own)) for m in messages]
        return SectionMessages(section.id, state, messages)
    old = pairing.pairs(parts(before.content), own)
    fresh, gone = _carried(_grouped(_units(now), old), old)
    messages = [
        replace(message, is_fuzzy=is_fuzzy, previous=previous)
        for message, (_, is_fuzzy, previous) in zip(
            _messages(english, section, [pair for pair, _, _ in fresh]), fresh, strict=True
        )
    ]
    if state is State.PROSE_CHANGED and all(m.own and not m.is_fuzzy for m in messages):
        # English only says less, or in another order: somebody has to say that it is right so.
        messages[0] = replace(messages[0], is_fuzzy=True, previous=messages[0].english)
    return SectionMessages(section.id, state, messages, gone)


def _messages(english: English, section: Section, found: Sequence[pairing.Pair]) -> list[Message]:
    above = _above(section)
    return [
        Message(
            english.key, section.id, n, p.english, p.own, below=above.get(p.english[0].line, "")
        )
        for n, p in enumerate(found)
    ]


def _above(section: Section) -> Mapping[int, str]:
    """Return, by the line of a unit, the code or include that stands right above it."""
    found: dict[int, str] = {}
    last = ""
    for part in parts(section.content):
        if isinstance(part, Unit):
            if last:
                found[part.line] = last
            last = ""
        elif part.kind in ("include", "fence"):
            last = section.content.lines[part.line - 1].strip()
    return found


def _units(found: Sequence[Part]) -> list[Unit]:
    return [part for part in found if not isinstance(part, Mark)]


def _grouped(now: Sequence[Unit], old: Sequence[pairing.Pair]) -> list[tuple[Unit, ...]]:
    """Return the units of now, those together that were one message before."""
    groups = [tuple(unit.text for unit in pair.english) for pair in old if len(pair.english) > 1]
    found: list[tuple[Unit, ...]] = []
    index = 0
    while index < len(now):
        size = next(
            (
                len(group)
                for group in groups
                if tuple(unit.text for unit in now[index : index + len(group)]) == group
            ),
            1,
        )
        found.append(tuple(now[index : index + size]))
        index += size
    return found


_Carried = list[tuple[pairing.Pair, bool, str]]


def _carried(
    now: Sequence[tuple[Unit, ...]], old: Sequence[pairing.Pair]
) -> tuple[_Carried, list[tuple[str, str]]]:
    """Return each group of now with the translation it had, whether it is stale and what it said.

    Also the pairs of English and translation that have no place any more.
    """
    before, after = [pairing.text(p.english) for p in old], [pairing.text(u) for u in now]
    found: _Carried = []
    gone: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        chosen = list(old[start:end])
        for units in now[first:last]:
            best = chosen.pop(0) if tag == "equal" else _taken(units, chosen)
            own = best.own if best else ()
            is_fuzzy = bool(own) and tag != "equal"
            previous = pairing.text(best.english) if best and is_fuzzy else ""
            found.append((pairing.Pair(units, own), is_fuzzy, previous))
        gone += [(pairing.text(p.english), pairing.text(p.own)) for p in chosen if p.own]
    return found, gone


def _taken(units: tuple[Unit, ...], chosen: list[pairing.Pair]) -> pairing.Pair | None:
    """Take the most similar pair of the same kind out of those that are left."""
    said = pairing.text(units)
    ranked = [
        (difflib.SequenceMatcher(None, pairing.text(pair.english), said).ratio(), -index)
        for index, pair in enumerate(chosen)
        if pair.english[0].kind == units[0].kind
    ]
    ratio, index = max(ranked, default=(0.0, 0))
    return chosen.pop(-index) if ratio > 0.4 else None
