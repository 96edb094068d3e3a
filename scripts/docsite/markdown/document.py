"""A page as the scanner has found it, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from scripts.docsite.markdown import inline
from scripts.docsite.markdown.elements import (
    TOP,
    AutoDoc,
    Block,
    CodeSpan,
    Comment,
    Element,
    Fence,
    Heading,
    Include,
    Passage,
    Piece,
    Prose,
    SectionSource,
)
from scripts.docsite.markdown.front_matter import FrontMatter
from scripts.docsite.markdown.inline import Anchor, Link
from scripts.docsite.markdown.references import Footnote, Reference, footnotes, references

Kind = TypeVar("Kind", Heading, Fence, Block, Include, Comment, AutoDoc, Passage)


@dataclass(frozen=True)
class Document:
    """A scanned page: its text and its pieces in the order of their first lines."""

    text: str
    lines: list[str]
    """The text's lines without line ends; line n is `lines[n - 1]`."""
    front_matter: FrontMatter
    pieces: tuple[Piece, ...]
    """The elements, prose by its passages: few ask for it line by line."""

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The elements in the order of their first lines, each line of prose by itself."""
        found: list[Element] = []
        for piece in self.pieces:
            if isinstance(piece, Passage):
                found += [Prose(line, text) for line, text in piece.numbered]
            else:
                found.append(piece)
        return tuple(found)

    @property
    def body(self) -> str:
        """The text behind the front matter."""
        return "\n".join(self.lines[self.front_matter.end_line :])

    def setting_line(self, key: str) -> int:
        """Return the line of a key of the front matter, the first line where it is not found."""
        head = self.lines[: self.front_matter.end_line]
        return next((n for n, text in enumerate(head, 1) if text.startswith(f"{key}:")), 1)

    @cached_property
    def _by_kind(self) -> Mapping[type[Piece], tuple[Piece, ...]]:
        """The pieces by what they are."""
        found: dict[type[Piece], list[Piece]] = {}
        for piece in self.pieces:
            found.setdefault(type(piece), []).append(piece)
        return {kind: tuple(pieces) for kind, pieces in found.items()}

    def _all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return cast("tuple[Kind, ...]", self._by_kind.get(kind, ()))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings."""
        return self._all(Heading)

    @property
    def fences(self) -> tuple[Fence, ...]:
        """All fenced code blocks."""
        return self._all(Fence)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, outer ones before those inside them."""
        return self._all(Block)

    @property
    def includes(self) -> tuple[Include, ...]:
        """All includes, those inside fences too."""
        return self._all(Include)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All HTML comments."""
        return self._all(Comment)

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """All lines of prose with their numbers, blank ones left out."""
        passages = self._all(Passage)
        return tuple([pair for p in passages for pair in p.numbered if pair[1].strip()])

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Headings and runs of prose lines, each with the number of its first line."""
        return tuple(_paragraphs(self.pieces))

    @cached_property
    def wording(self) -> str:
        """The paragraphs as one text, to see fast what none of them has."""
        return "\n".join([text for _, text in self.paragraphs])

    @property
    def runs(self) -> tuple[tuple[int, str], ...]:
        """The paragraphs that are no headings."""
        titles = {heading.line for heading in self.headings}
        return tuple([run for run in self.paragraphs if run[0] not in titles])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images in prose and headings."""
        return tuple(inline.links(self.paragraphs))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All links and images in prose and headings that name their targets."""
        return tuple(references(self.paragraphs))

    @cached_property
    def footnotes(self) -> tuple[Footnote, ...]:
        """All notes in prose, and what leads to them there and in headings."""
        return tuple(footnotes(self.paragraphs))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """All ids in prose that links can lead to; those of headings are with the headings."""
        return tuple(inline.anchors(self.paragraphs))

    @property
    def auto_docs(self) -> tuple[AutoDoc, ...]:
        """All places where the documentation of an object is put in."""
        return self._all(AutoDoc)

    @cached_property
    def misread(self) -> tuple[Prose, ...]:
        """The lines of prose that start like a block's mark or an include, but are none."""
        return tuple(
            Prose(*p) for p in self.prose if p[1].lstrip().startswith(("///", "{*", ":::"))
        )

    @cached_property
    def code_spans(self) -> tuple[CodeSpan, ...]:
        """All inline code in prose and headings."""
        return tuple(CodeSpan(line, text) for line, text in inline.code_spans(self.paragraphs))

    @cached_property
    def title(self) -> str | None:
        """The text of the page's first level-1 heading."""
        return next((h.text for h in self.headings if h.level == 1), None)

    @cached_property
    def sections(self) -> tuple[SectionSource, ...]:
        """The page cut at its headings; `top` is there even when it is empty."""
        starts = [(TOP, None, self.front_matter.end_line + 1)]
        starts += [(h.id or "", h, h.line) for h in self.headings]  # type: ignore[misc]
        ends = [start[2] - 1 for start in starts[1:]] + [len(self.lines)]
        return tuple(
            SectionSource(id=i, heading=h, line=line, end_line=end)
            for (i, h, line), end in zip(starts, ends, strict=True)
        )


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[tuple[int, str]]:
    run: list[str] = []
    behind = -1  # the number of the line behind the run
    for piece in pieces:
        if isinstance(piece, Passage):
            for line, text in piece.numbered:
                is_said = text.strip() != ""
                if run and not (is_said and line == behind):
                    yield behind - len(run), "\n".join(run)
                    run = []
                if is_said:
                    run.append(text)
                    behind = line + 1
        elif isinstance(piece, Heading):
            if run:
                yield behind - len(run), "\n".join(run)
                run = []
            yield piece.line, piece.text
    if run:
        yield behind - len(run), "\n".join(run)
