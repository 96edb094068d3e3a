"""The lines of a section with other texts in the places of its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.docsite.markdown.units import Part, Unit, parts, written
from scripts.docsite.translations.code_comments import without_words
from scripts.docsite.translations.messages import pairing
from scripts.docsite.translations.messages.collecting import Message
from scripts.docsite.translations.sections import Section

_Edit = tuple[int, int, list[str]]
"""The first and the last line that are replaced, and what replaces them."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A message with what is to stand for it."""

    message: Message
    text: str
    is_fuzzy: bool

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the page does, or is not in doubt any more."""
        return (self.text, self.is_fuzzy) != (self.message.translated, self.message.is_fuzzy)


@dataclass(frozen=True)
class Skeleton:
    """The lines of a section as it will be, and how they have to be read."""

    lines: list[str]
    kinds: tuple[str, ...]
    said: str

    def is_read(self, section: Section | None, *, keeps: bool) -> bool:
        """Whether the section that was read from the lines is what was meant."""
        found = parts(section.content, keeps_lines=keeps) if section else ()
        return (self.kinds, self.said) == _shape(found, {})


def of_translation(section: Section, fills: Iterable[Fill], *, keeps: bool) -> Skeleton:
    """Return a translated section in which only the lines of changed messages differ."""
    changed = [fill for fill in fills if fill.text != fill.message.translated]
    texts = _texts((fill.message.own, fill.text) for fill in changed)
    found = parts(section.content, keeps_lines=keeps)
    return _skeleton(section, found, texts, (), keeps=keeps)


def of_english(
    section: Section, own: Section | None, fills: Iterable[Fill], *, keeps: bool
) -> Skeleton:
    """Return an English section with its messages translated.

    A code block in which the translation differs by its comments alone keeps those.
    """
    texts = _texts((fill.message.units, fill.text) for fill in fills)
    comments = _comments(section, own) if own else ()
    return _skeleton(section, parts(section.content), texts, comments, keeps=keeps)


def _texts(pairs: Iterable[tuple[Sequence[Unit], str]]) -> Mapping[Unit, str]:
    """Return the text for each unit; of several the first one has all of it."""
    return {unit: "" if n else text for units, text in pairs for n, unit in enumerate(units)}


def _skeleton(
    section: Section,
    found: Sequence[Part],
    texts: Mapping[Unit, str],
    edits: Iterable[_Edit],
    *,
    keeps: bool,
) -> Skeleton:
    kinds, said = _shape(found, texts)
    changes = [
        (unit.line, unit.end_line, written(unit, text, keeps_lines=keeps) if text else [])
        for unit, text in texts.items()
    ]
    return Skeleton(_edited(section, [*changes, *edits]), kinds, said)


def _shape(found: Sequence[Part], texts: Mapping[Unit, str]) -> tuple[tuple[str, ...], str]:
    """Return the kinds of parts, and what they say where `texts` stand for some of them."""
    kinds, said = [], []
    for kind, units in pairing.tokens(found):
        kinds.append(kind)
        said += [texts.get(unit, unit.text) for unit in units]
    return tuple(kinds), " ".join(" ".join(said).split())


def _comments(section: Section, own: Section) -> Iterator[_Edit]:
    """Yield the translated code blocks that stand for those of English."""
    theirs, ours = section.content.fences, own.content.fences
    if len(theirs) != len(ours):
        return
    for their, our in zip(theirs, ours, strict=True):
        is_same = their.info == our.info and their.indent == our.indent
        if is_same and without_words(their) == without_words(our) and their.content != our.content:
            yield their.line, their.end_line, own.content.lines[our.line - 1 : our.end_line]


def _edited(section: Section, edits: Iterable[_Edit]) -> list[str]:
    """Return the section's lines with the edits made, the last one first."""
    start = section.line - 1
    lines = section.content.lines[start : section.end_line]
    for first, last, fresh in sorted(edits, key=lambda edit: -edit[0]):
        before = first - 1 - start
        if not fresh and before and not lines[before - 1].strip():
            before -= 1  # a paragraph goes with the blank line above it
        lines[before : last - start] = fresh
    return lines
