"""What a page is made of: frozen elements, each with its lines (from 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from scripts.docsite.markdown import info

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
