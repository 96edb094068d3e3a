"""The layout of a page: the lines of each section, to be put in, replaced or put in order.

What is not meant keeps its lines to the letter.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.docsite.markdown import Document
from scripts.docsite.translations.sections import FRONT_MATTER, sections


@dataclass(frozen=True)
class Layout:
    """A page as the lines of its front matter and of each of its sections, in their order."""

    head: Sequence[str]
    """The lines of the front matter, marks included, and blank ones above the first section."""
    chunks: Mapping[str, Sequence[str]]

    @property
    def text(self) -> str:
        """The page."""
        return "\n".join([*self.head, *itertools.chain.from_iterable(self.chunks.values())])

    def arranged(self, ids: Sequence[str], fresh: Mapping[str, str]) -> Layout:
        """Return the page with the sections `ids` in this order; `fresh` has the text of new ones.

        A blank line is put where sections meet that did not before.
        """
        old = [*self.chunks, ""]
        known_pairs = {*itertools.pairwise(old)}
        chunks: dict[str, Sequence[str]] = {}
        for id_, follower in itertools.pairwise([*ids, ""]):
            lines = fresh[id_].split("\n") if id_ in fresh else [*self.chunks[id_]]
            is_as_before = id_ not in fresh and (id_, follower) in known_pairs
            chunks[id_] = lines if is_as_before or not lines[-1].strip() else [*lines, ""]
        head = self.head if [*ids, ""][0] == old[0] else _with_blank_line(self.head)
        return Layout(head, chunks)


def of(document: Document) -> Layout:
    """Return the layout of a page: its text, to the letter, is that of the page."""
    found = [section for section in sections(document) if section.id != FRONT_MATTER]
    start = found[0].line - 1 if found else len(document.lines)
    chunks = {s.id: document.lines[s.line - 1 : s.end_line] for s in found}
    return Layout(document.lines[:start], chunks)


def _with_blank_line(head: Sequence[str]) -> Sequence[str]:
    return [*head, ""] if head and head[-1].strip() else head
