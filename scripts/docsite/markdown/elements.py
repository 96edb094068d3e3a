"""What a page is made of: frozen elements, each with its lines (from 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from scripts.docsite.markdown import info, inline
from scripts.docsite.markdown.front_matter import FrontMatter
from scripts.docsite.markdown.inline import Anchor, Link

TOP = "top"
"""The id of the section before a page's first heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `## Text { #id }`."""

    line: int
    level: int
    text: str
    """The heading's text, without its marks and attributes."""
    id: str | None
    attributes: str
    """What stands in the braces, as written: `#id .class`; empty without braces."""
    underlined: bool = False
    """Whether a line of `===` or `---` under the text makes it a heading."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block, from its opening to its closing line."""

    line: int
    end_line: int
    indent: str
    marker: str
    info: str
    """All that stands behind the opening marker."""
    content: str
    """The lines between the markers, without the fence's own indent, each with its newline."""

    @property
    def language(self) -> str:
        """The first word of the info string, or the first class in `{ .python … }`, lower case."""
        return info.info_language(self.info)

    @property
    def options(self) -> Mapping[str, str]:
        """The `key="value"` pairs of the info string, in order."""
        return MappingProxyType(info.info_options(self.info))


@dataclass(frozen=True, slots=True)
class Block:
    """A `pymdownx.blocks` block, `/// kind | title` to `///`."""

    line: int
    end_line: int
    marker: str
    kind: str
    title: str | None
    """The text behind `|`, or None where there is no `|`."""
    depth: int
    """How many blocks are open around it."""


@dataclass(frozen=True, slots=True)
class Include:
    """An include: `{* path options *}` on a line of its own, or mdx_include's `{! path !}`."""

    line: int
    style: Literal["star", "bang"]
    indent: str
    path: str
    options: str
    """What stands behind the path: `ln[1:9] hl[3]`, or mdx_include's slice in `[ ]`."""
    source: str
    """The include as written, braces included."""
    in_fence: bool
    recursive: bool = True
    """Whether includes inside the included file are followed: not with `{!- path !}`."""
    encoding: str = ""
    """The encoding that `{! path | encoding !}` names."""


@dataclass(frozen=True, slots=True)
class AutoDoc:
    """A place where mkdocstrings puts the documentation of an object: `::: fastapi.FastAPI`."""

    line: int
    identifier: str


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Text marked as code inside prose."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment, `<!-- … -->`."""

    line: int
    end_line: int
    text: str

    @property
    def options(self) -> Mapping[str, str]:
        """The `key="value"` pairs of the comment, in order."""
        return MappingProxyType(info.info_options(self.text))

    @property
    def words(self) -> str:
        """What the comment says beside its options."""
        return info.without_options(self.text)


@dataclass(frozen=True, slots=True)
class Prose:
    """One line of text that is neither heading, fence, block mark, include nor comment."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of prose one behind the other, blank ones among them."""

    line: int
    lines: Sequence[str]

    @property
    def numbered(self) -> Iterator[tuple[int, str]]:
        """The lines, each behind its number."""
        return enumerate(self.lines, self.line)


Element = Heading | Fence | Block | Include | Comment | AutoDoc | Prose
Piece = Heading | Fence | Block | Include | Comment | AutoDoc | Passage
Kind = TypeVar("Kind", Heading, Fence, Block, Include, Comment, AutoDoc, Passage)


@dataclass(frozen=True, slots=True)
class SectionSource:
    """A heading with what follows it up to the next heading of any level.

    The text before the first heading is the section `top`, without a heading.
    """

    id: str
    heading: Heading | None
    line: int
    end_line: int
    """The last line that belongs to the section; before `line` for an empty `top`."""


@dataclass(frozen=True)
class Document:
    """A scanned page: its text and its pieces in the order of their first lines."""

    text: str
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

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines without line ends; line n is `lines[n - 1]`."""
        return self.text.split("\n")

    @property
    def body(self) -> str:
        """The text behind the front matter."""
        return "\n".join(self.lines[self.front_matter.end_line :])

    @cached_property
    def _by_kind(self) -> Mapping[type[Piece], list[Piece]]:
        """The pieces by what they are."""
        found: dict[type[Piece], list[Piece]] = {}
        for piece in self.pieces:
            found.setdefault(type(piece), []).append(piece)
        return found

    def _all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(cast("list[Kind]", self._by_kind.get(kind, ())))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings."""
        return self._all(Heading)

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """All fenced code blocks."""
        return self._all(Fence)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, outer ones before those inside them."""
        return self._all(Block)

    @cached_property
    def includes(self) -> tuple[Include, ...]:
        """All includes, those inside fences too."""
        return self._all(Include)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All HTML comments."""
        return self._all(Comment)

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """All lines of prose with their numbers, blank ones left out."""
        numbered = (pair for passage in self._all(Passage) for pair in passage.numbered)
        return tuple((line, text) for line, text in numbered if text.strip())

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Headings and runs of prose lines, each with the number of its first line."""
        found: list[tuple[int, list[str]]] = []
        previous = -1
        for piece in self.pieces:
            if isinstance(piece, Heading):
                found.append((piece.line, [piece.text]))
            for line, text in piece.numbered if isinstance(piece, Passage) else ():
                if not text.strip():
                    continue
                if line == previous + 1:
                    found[-1][1].append(text)
                else:
                    found.append((line, [text]))
                previous = line
        return tuple((line, "\n".join(texts)) for line, texts in found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images in prose and headings."""
        return tuple(inline.links(self.paragraphs))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """All ids in prose that links can lead to; those of headings are with the headings."""
        return tuple(inline.anchors(self.paragraphs))

    @cached_property
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
