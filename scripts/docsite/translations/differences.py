"""What changed in English since a page was translated: per section, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.docsite.translations import history
from scripts.docsite.translations.sections import Section
from scripts.docsite.translations.states import State, Translation

Kind = Literal["same", "removed", "added"]

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that English had, has, or both."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """What a translator needs to bring one section up to date."""

    id: str
    state: State
    path: str
    """The English page."""
    line: int
    """The line of the English section, or of the translated one where English has none."""
    old: str | None
    """The English text that was translated; None where the history is not there."""
    new: str
    translated: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The old and the new English text as one; the new one alone where there is no old."""
        if self.old is None:
            return (Piece("same", self.new),) if self.new else ()
        return tuple(word_diff(self.old, self.new))


def differences(page: Translation, root: Path) -> tuple[Difference, ...]:
    """Return every section of a page that is not current, in the order of the English page."""
    wanted = [(id_, state) for id_, state in page.states.items() if state is not State.CURRENT]
    return tuple(_difference(page, id_, state, root) for id_, state in wanted)


def _difference(page: Translation, id_: str, state: State, root: Path) -> Difference:
    english = page.english.sections.get(id_)
    ours = page.sections.get(id_) or page.marked.get(id_)
    entry = page.record.entries.get(id_) if page.record else None
    old = None
    if entry is not None:
        before = history.old_sections(root, entry.blob)
        old = _text(before.get(id_)) if before is not None else None
    shown = english or ours
    return Difference(
        id_,
        state,
        page.english.path if english else page.path,
        shown.line if shown else 1,
        old,
        _text(english),
        _text(ours),
    )


def _text(section: Section | None) -> str:
    return section.text if section else ""


def word_diff(old: str, new: str) -> Iterator[Piece]:
    """Yield the pieces of both texts: joined without the added ones they give the old text."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(
        None, before, after, autojunk=False
    )
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[start:end]))
            continue
        if end > start:
            yield Piece("removed", "".join(before[start:end]))
        if last > first:
            yield Piece("added", "".join(after[first:last]))


def as_text(found: Difference) -> str:
    """Return a difference for a terminal: `[-old words-]`, `{+new words+}`, the translation."""
    head = f"{found.path}:{found.line}: '{found.id}' ({found.state.value})"
    if found.old is None and found.state in (State.PROSE_CHANGED, State.CODE_CHANGED):
        head += "\n  the history is not there (a shallow clone?): this is the new English text"
    marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    english = "".join(
        f"{marks[piece.kind][0]}{piece.text}{marks[piece.kind][1]}" for piece in found.pieces
    )
    if english == found.new and found.state is State.CODE_CHANGED:
        english += "\n\n(the text is the same: a file that it includes has changed)"
    parts = [head, english or "(English has no such section)"]
    return "\n\n".join([*parts, "--- translation ---", found.translated or "(none)"]) + "\n"
