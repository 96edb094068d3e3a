"""Sections: a page cut where a translation can be newer or older than its English page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from operator import attrgetter
from typing import Any

from scripts.docsite.markdown import Document, FrontMatter, Heading
from scripts.docsite.markdown.elements import TOP, Comment, Passage, Piece
from scripts.docsite.markdown.inline import without_code

FRONT_MATTER = "front-matter"
"""The id of the section that holds a page's title and description."""

SYNC = "sync"
"""The key of the front matter that holds the sync record, which is no part of the page."""

MARK = "translate"
"""What marks a section whose text is English and still to be translated: a comment that says this,
and in the front matter a key of this name."""

OF_THE_TOOLS = frozenset({SYNC, MARK})
"""The keys of the front matter that are no part of the page."""

_NO_MATTER = FrontMatter()
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "source", "wbr"})


@dataclass(frozen=True)
class Section:
    """A part of a page with its own place in the sync record."""

    id: str
    heading: Heading | None
    line: int
    end_line: int
    content: Document
    """The section's elements, with the lines of the page; only that of the front matter has it."""
    known: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What rules have worked out of it, by what: an English section is compared with others."""

    @property
    def text(self) -> str:
        """The section as written, blank lines around it left out."""
        return "\n".join(self.content.lines[self.line - 1 : self.end_line]).strip("\n")

    @property
    def head(self) -> str:
        """The section's heading as written; empty where it has none."""
        return "\n".join(self.content.lines[self.line - 1 : self._body_start])

    @property
    def body(self) -> str:
        """What is below the heading, blank lines around it left out."""
        return "\n".join(self.content.lines[self._body_start : self.end_line]).strip("\n")

    @property
    def _body_start(self) -> int:
        """The number of lines before the body: the section's first, where it has no heading."""
        if self.heading is None:
            return self.line - 1
        return self.heading.line + self.heading.underlined


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections of a page: its front matter, the text above its first heading, and each
    heading with what follows it up to the next one.

    A heading inside a block or an HTML element is no border: the whole belongs to the section
    around it. So does a heading without an id, or with one that the page has already. An empty
    `top` is left out.
    """
    borders = list(_borders(document))
    last = len(document.lines)
    starts = [document.front_matter.end_line + 1, *(heading.line for heading in borders)]
    ends = [start - 1 for start in starts[1:]] + [last]
    ids = [TOP, *(heading.id or "" for heading in borders)]
    every = document.pieces
    cuts = [0, *(bisect_left(every, s, key=attrgetter("line")) for s in starts[1:]), len(every)]
    found = [_front_matter(document)]
    for id_, heading, line, end, (first, behind) in zip(
        ids, [None, *borders], starts, ends, pairwise(cuts), strict=True
    ):
        content = Document(document.text, document.lines, _NO_MATTER, every[first:behind])
        found.append(Section(id_, heading, line, end, content))
    return tuple(section for section in found if not _is_empty(section))


def is_marked(section: Section) -> bool:
    """Whether a section of a translation says that it is still to be translated."""
    return has_marks(section.content)


def has_marks(document: Document) -> bool:
    """Whether something in a translation, or in a part of it, says that it is not translated."""
    is_said = any(comment.text == MARK for comment in document.comments)
    return is_said or bool(document.front_matter.data.get(MARK))


def unmarked(section: Section) -> Section:
    """Return a section without the comments that say that it is not translated."""
    pieces = [p for p in section.content.pieces if not (isinstance(p, Comment) and p.text == MARK)]
    return replace(section, content=replace(section.content, pieces=tuple(pieces)), known={})


def word_count(section: Section) -> int:
    """Return how many words of a section are to be translated."""
    texts = (without_code(text) for _, text in section.content.paragraphs)
    words = (word for text in texts for word in text.split())
    return sum(any(map(str.isalnum, word)) for word in words)


def _front_matter(document: Document) -> Section:
    content = Document(document.text, document.lines, document.front_matter, ())
    return Section(FRONT_MATTER, None, 1, document.front_matter.end_line, content)


def _is_empty(section: Section) -> bool:
    if section.id == FRONT_MATTER:
        return not {*section.content.front_matter.data} - OF_THE_TOOLS
    return section.id == TOP and not any(map(_is_said, section.content.pieces))


def _is_said(piece: Piece) -> bool:
    """Whether a piece is more than blank lines."""
    return not isinstance(piece, Passage) or any(map(str.strip, piece.lines))


def _borders(document: Document) -> Iterator[Heading]:
    """Yield the headings that open a section."""
    inside = [(block.line, block.end_line) for block in document.blocks]
    inside = sorted(inside + _html_elements(document), reverse=True)
    known, reached = {TOP, FRONT_MATTER}, 0
    for heading in document.headings:
        while inside and inside[-1][0] < heading.line:
            reached = max(reached, inside.pop()[1])  # where all ends that is open at the heading
        if heading.id is not None and heading.id not in known and reached <= heading.line:
            known.add(heading.id)
            yield heading


def _html_elements(document: Document) -> list[tuple[int, int]]:
    """Return the first and last lines of the outermost HTML elements of several lines."""
    if "<" not in document.text or not any("<" in text for _, text in document.prose):
        return []
    return _Elements().of(document.prose)


class _Elements(HTMLParser):
    """Finds the lines between tags; one that is never closed spans nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.line = 0
        self.open: list[tuple[str, int]] = []
        self.found: list[tuple[int, int]] = []

    def of(self, prose: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
        for self.line, text in prose:
            self.feed(f"{without_code(text)}\n")
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append((tag, self.line))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                self.found.append((self.open[index][1], self.line))
                del self.open[index:]
                return
