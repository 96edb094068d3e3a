"""What a page is made of: frozen elements, each with its lines (from 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from scripts.docsite.markdown import info, inline
from scripts.docsite.markdown.front_matter import FrontMatter
from scripts.docsite.markdown.inline import Link

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
class Anchor:
    """An id that a link can lead to and that is no heading's: `[](){#id}`, `<a id="id">`."""

    line: int
    id: str


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


Element = Heading | Fence | Block | Include | Comment | AutoDoc | Prose
Kind = TypeVar("Kind", Heading, Fence, Block, Include, Comment, AutoDoc, Prose)


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
    """A scanned page: its text and its elements in the order of their first lines."""

    text: str
    front_matter: FrontMatter
    elements: tuple[Element, ...]

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines without line ends; line n is `lines[n - 1]`."""
        return self.text.split("\n")

    @property
    def body(self) -> str:
        """The text behind the front matter."""
        return "\n".join(self.lines[self.front_matter.end_line :])

    @cached_property
    def _by_kind(self) -> Mapping[type[Element], list[Element]]:
        """The elements by what they are."""
        found: dict[type[Element], list[Element]] = {}
        for element in self.elements:
            found.setdefault(type(element), []).append(element)
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
    def prose(self) -> tuple[Prose, ...]:
        """All lines of prose, blank ones left out."""
        return tuple(e for e in self._all(Prose) if e.text.strip())

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Headings and runs of prose lines, each with the number of its first line."""
        found: list[tuple[int, list[str]]] = []
        previous = -1
        for element in self.elements:
            if isinstance(element, Heading):
                found.append((element.line, [element.text]))
            elif isinstance(element, Prose) and element.text.strip():
                if element.line == previous + 1 and found:
                    found[-1][1].append(element.text)
                else:
                    found.append((element.line, [element.text]))
                previous = element.line
        return tuple((line, "\n".join(texts)) for line, texts in found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images in prose and headings."""
        return tuple(inline.links(self.paragraphs))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """All ids in prose that links can lead to; those of headings are with the headings."""
        return tuple(Anchor(line, found) for line, found in inline.anchors(self.paragraphs))

    @cached_property
    def auto_docs(self) -> tuple[AutoDoc, ...]:
        """All places where the documentation of an object is put in."""
        return self._all(AutoDoc)

    @cached_property
    def misread(self) -> tuple[Prose, ...]:
        """The lines of prose that start like a block's mark or an include, but are none."""
        return tuple(e for e in self.prose if e.text.lstrip().startswith(("///", "{*", ":::")))

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
