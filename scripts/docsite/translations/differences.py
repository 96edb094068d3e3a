"""What changed in English since a page was translated: per section, word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.translations import history, mingled
from scripts.docsite.translations.checking import STALE
from scripts.docsite.translations.record import without_record
from scripts.docsite.translations.sections import FRONT_MATTER, Section
from scripts.docsite.translations.states import State, Translation
from scripts.docsite.translations.word_diff import Kind, Piece, word_diff


@dataclass(frozen=True)
class Difference:
    """What a translator needs to bring one section up to date."""

    id: str
    state: State
    path: str
    """The English page."""
    our_path: str
    """The translated page."""
    line: int
    """The line of the English section, or of the translated one where English has none."""
    old: str | None
    """The English text that was translated; None where the history is not there."""
    new: str
    ours: Section | None
    """The section of the translation."""

    @property
    def translated(self) -> str:
        """The translation as it is now."""
        return _text(self.ours)

    @property
    def is_history_missing(self) -> bool:
        """Whether the section has changed, and what it was before is not known."""
        return self.old is None and self.state in STALE

    @property
    def is_in_a_file(self) -> bool:
        """Whether the section says what it said, and a file that it includes has changed."""
        return self.state is State.CODE_CHANGED and self.old == self.new

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The old and the new English text as one; the new one alone where there is no old."""
        if self.old is None:
            return (Piece("same", self.new),) if self.new else ()
        return tuple(word_diff(self.old, self.new))


def differences(page: Translation, root: Path) -> tuple[Difference, ...]:
    """Return every section of a page that is not current, in the order of the English page.

    One that is marked as still to be translated holds the English text, and tells nothing.
    """
    states = {id_: state for id_, state in page.states.items() if id_ not in page.marked}
    wanted = [(id_, state) for id_, state in states.items() if state is not State.CURRENT]
    return tuple(_difference(page, id_, state, root) for id_, state in wanted)


def _difference(page: Translation, id_: str, state: State, root: Path) -> Difference:
    english = page.english.sections.get(id_)
    ours = page.sections.get(id_)
    entry = page.record.entries.get(id_) if page.record else None
    old = None
    if entry is not None:
        before = history.old_sections(root, entry.blob)
        old = _text(_before(before.get(id_), english, ours)) if before is not None else None
    shown = english or ours
    return Difference(
        id_,
        state,
        page.english.path if english else page.path,
        page.path,
        shown.line if shown else 1,
        old,
        _text(english),
        ours,
    )


def _before(
    before: Section | None, english: Section | None, ours: Section | None
) -> Section | None:
    """Return the old English section; with the code of now where the translation has it already."""
    if before and english and ours and mingled.has_code_of(english, ours):
        return mingled.with_code_of(english, before)
    return before


def _text(section: Section | None) -> str:
    if section is None or section.id != FRONT_MATTER:
        return section.text if section else ""
    return "\n".join(without_record(section.text.split("\n")))


def _marked(text: str, kind: Kind) -> str:
    before, after = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}[kind]
    return f"{before}{text}{after}"


def as_text(found: Difference, paint: Callable[[str, Kind], str] = _marked) -> str:
    """Return a difference for a terminal: the English text, then the translation as it is.

    `paint` gets each piece of the English text and how it is marked; by default it writes
    `[-old words-]` and `{+new words+}`.
    """
    parts = [f"{found.path}:{found.line}: '{found.id}' ({found.state.value})"]
    if found.is_history_missing:
        parts[0] += "\n  the history is not there (a shallow clone?): this is the new English text"
    english = "".join(paint(piece.text, piece.kind) for piece in found.pieces)
    parts.append(english or "(English has no such section)")
    if found.is_in_a_file:
        parts.append("(the text is the same: a file that it includes has changed)")
    here = f"{found.our_path}:{found.ours.line}" if found.ours else found.our_path
    parts += [f"--- the translation, {here} ---", found.translated or "(none)"]
    return "\n\n".join(parts) + "\n"
