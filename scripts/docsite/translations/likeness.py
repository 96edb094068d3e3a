"""Pages that are like English throughout, of which no section has to be compared by itself.

Most pages are. What the rules look at is then found in a page as a whole, once, and not in each of
its sections by itself, which takes longer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from scripts.docsite.markdown import Document
from scripts.docsite.translations.comparing import (
    LOOKED_AT,
    fence_faults,
    front_matter_faults,
    suspects,
)
from scripts.docsite.translations.glossary import wording
from scripts.docsite.translations.sections import Section
from scripts.docsite.translations.states import Translation

Outline = list[list[tuple[int, str]]]
"""What each rule looks at in a page, behind the number of the section that it is in."""


def is_alike(page: Translation) -> bool:
    """Whether no section of a page can break a rule of the structure: `compare` finds nothing."""
    english = page.english
    if page.marked or [*page.sections] != [*english.sections]:
        return False
    if (theirs := english.known.get(_outline)) is None:
        theirs = english.known[_outline] = _outline(english.document, english.sections)
    if _outline(page.document, page.sections) != theirs:
        return False
    their, our = english.document, page.document
    if any(fence_faults(their.fences, our.fences, 1)):
        return False
    if any(front_matter_faults(their.front_matter.data, our.front_matter.data)):
        return False
    return not any(suspects(english.sections[id_], text) for id_, text in _written(page))


def _outline(document: Document, sections: Mapping[str, Section]) -> Outline:
    starts = [section.line for section in sections.values()]
    found = []
    for marks, is_ordered in LOOKED_AT:
        placed = [(bisect_right(starts, line), what) for line, what in marks(document)]
        found.append(placed if is_ordered else sorted(placed))
    return found


def _written(page: Translation) -> Iterator[tuple[str, str]]:
    """Yield each section's id and its text, with all that is translated beside paragraphs."""
    paragraphs = page.document.paragraphs
    lines = [line for line, _ in paragraphs]
    beside = [text for _, text in wording.beside(page.document)]
    for id_, section in page.sections.items():
        first, behind = bisect_left(lines, section.line), bisect_right(lines, section.end_line)
        yield id_, "\n".join([*(text for _, text in paragraphs[first:behind]), *beside])
