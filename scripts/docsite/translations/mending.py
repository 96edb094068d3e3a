"""Mends of one translated section: what is certain to be as English has it, and never its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import Block, Comment, Fence, Heading, Include
from scripts.docsite.markdown.info import info_options
from scripts.docsite.translations import rules
from scripts.docsite.translations.code_comments import code_lines, comments, parts, with_comments
from scripts.docsite.translations.digests import (
    TRANSLATED_KEYS,
    is_directive,
    is_drawn,
    without_alternative,
)
from scripts.docsite.translations.rules import Rule
from scripts.docsite.translations.sections import FRONT_MATTER, OF_THE_TOOLS, Section, sections

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Mend:
    """Lines of a page, and those that take their place."""

    rule: Rule
    line: int
    end_line: int
    """The last line that is replaced; before `line` where lines are only put in."""
    lines: tuple[str, ...]
    message: str


def mends(english: Section, ours: Section, before: Section | None) -> Iterator[Mend]:
    """Yield the mends of a section but those of its links, none of which touches another's lines.

    `before` is the English section that was translated, if it is known: where its comments in
    code have changed since, those of the translation can't be put at the right lines.
    """
    if ours.id == FRONT_MATTER:
        yield from _front_matter(english, ours)
        return
    for their_heading, heading in _pairs(english.content.headings, ours.content.headings):
        yield from _heading(their_heading, heading)
    for their_include, include in _pairs(english.content.includes, ours.content.includes):
        yield from _include(their_include, include)
    for their_block, block in _pairs(english.content.blocks, ours.content.blocks):
        yield from _block(their_block, block, ours)
    their_comments, own_comments = (
        [comment for comment in section.content.comments if is_directive(comment)]
        for section in (english, ours)
    )
    for their_comment, comment in _pairs(their_comments, own_comments):
        yield from _comment(their_comment, comment, english, ours)
    yield from _fences(english, ours, before)


def _pairs(theirs: Sequence[_T], ours: Sequence[_T]) -> Iterable[tuple[_T, _T]]:
    """Return the elements side by side, none where one page has more of them."""
    return zip(theirs, ours, strict=True) if len(theirs) == len(ours) else ()


def heading_line(english: Heading, ours: Heading) -> str:
    """Return our heading with the level and the attributes of the English one."""
    braces = f" {{ {english.attributes} }}" if english.attributes else ""
    return f"{'#' * english.level} {ours.text}{braces}"


def _heading(english: Heading, ours: Heading) -> Iterator[Mend]:
    if (english.level, english.attributes) != (ours.level, ours.attributes):
        line = heading_line(english, ours)
        end = ours.line + ours.underlined
        yield Mend(rules.HEADINGS, ours.line, end, (line,), f"the heading is now `{line}`")


def _include(english: Include, ours: Include) -> Iterator[Mend]:
    are_lines = english.style == ours.style == "star"
    if are_lines and english.source != ours.source:
        line = f"{ours.indent}{english.source}"
        yield Mend(rules.INCLUDES, ours.line, ours.line, (line,), f"included is {english.source}")


def _block(english: Block, ours: Block, section: Section) -> Iterator[Mend]:
    if english.depth == ours.depth and english.kind != ours.kind:
        raw = section.content.lines[ours.line - 1]
        title = f" | {ours.title}" if ours.title is not None else ""
        line = f"{raw[: len(raw) - len(raw.lstrip())]}{ours.marker} {english.kind}{title}"
        message = f"the block `{ours.kind}` is now `{english.kind}`"
        yield Mend(rules.BLOCKS, ours.line, ours.line, (line,), message)


def _comment(
    english: Comment, ours: Comment, their_section: Section, section: Section
) -> Iterator[Mend]:
    if without_alternative(english) == without_alternative(ours):
        return
    theirs, own = (
        "\n".join(s.content.lines[c.line - 1 : c.end_line]).strip()
        for s, c in ((their_section, english), (section, ours))
    )
    alone = f"<!-- {english.text} -->", f"<!-- {ours.text} -->"
    old, new = info_options(english.text).get("alt"), info_options(ours.text).get("alt")
    if (theirs, own) == alone and (old is None) == (new is None):
        text = theirs.replace(f'"{old}"', f'"{new}"') if old else theirs
        message = f"the comment is now {text}"
        yield Mend(rules.COMMENTS, ours.line, ours.end_line, tuple(text.split("\n")), message)


def _fences(english: Section, ours: Section, before: Section | None) -> Iterator[Mend]:
    theirs, own = english.content.fences, ours.content.fences
    olds: Sequence[Fence | None] = before.content.fences if before else ()
    if len(olds) != len(theirs):
        olds = [None] * len(theirs)
    for (fence, our), old in zip(_pairs(theirs, own), olds, strict=False):
        if fence.info != our.info:
            line = f"{our.indent}{our.marker}{fence.info}"
            message = f"the code block opens with `{fence.info}`"
            yield Mend(rules.FENCES, our.line, our.line, (line,), message)
        content = _content(fence, our, old)
        if content is not None and content != code_lines(our):
            lines = tuple(f"{our.indent}{line}" if line else "" for line in content)
            message = "the code is that of English"
            yield Mend(rules.FENCES, our.line + 1, our.end_line - 1, lines, message)


def _content(english: Fence, ours: Fence, old: Fence | None) -> list[str] | None:
    """Return the English lines with our comments; None where it is not certain which is which."""
    if is_drawn(english) or is_drawn(ours):
        return None
    theirs, own = comments(english), comments(ours)
    if old is not None and own == comments(old):
        return code_lines(english)
    if [code for code, _ in parts(english)] == [code for code, _ in parts(ours)]:
        return None
    if set(own) <= set(theirs):
        return code_lines(english)
    if old is None or comments(old) != theirs or len(own) != len(theirs):
        return None
    return with_comments(english, own)


def _front_matter(english: Section, ours: Section) -> Iterator[Mend]:
    theirs, own = english.content.front_matter, ours.content.front_matter
    written, here = _keys(english), _keys(ours)
    for key in {*theirs.data} & {*written}:
        if key in TRANSLATED_KEYS or key in OF_THE_TOOLS or own.data.get(key) == theirs.data[key]:
            continue
        first, last = here.get(key, (own.end_line, own.end_line - 1))
        start, end = written[key]
        lines = tuple(english.content.lines[start - 1 : end])
        message = f"the front matter has `{key}` as English does"
        yield Mend(rules.FRONT_MATTER, first, last, lines, message)


def _keys(section: Section) -> dict[str, tuple[int, int]]:
    """Return the first and the last line of each key of the front matter."""
    found: dict[str, tuple[int, int]] = {}
    data, end = section.content.front_matter.data, section.content.front_matter.end_line
    last = ""
    for number, line in enumerate(section.content.lines[1 : end - 1], 2):
        key = line.partition(":")[0].strip("\"' ")
        if key in data and not line.startswith((" ", "-", "#")):
            found[key], last = (number, number), key
        elif last:
            found[last] = (found[last][0], number)
    return found


def mended(section: Section, found: Iterable[Mend]) -> Section:
    """Return a section with its mends; as it is where the page could not be read with them."""
    try:
        document = markdown.scan(applied(section.content.lines, found))
    except DocsError:
        return section
    return {now.id: now for now in sections(document)}.get(section.id, section)


def applied(lines: Sequence[str], found: Iterable[Mend]) -> str:
    """Return the page with the lines that the mends put in place of its own."""
    new = [*lines]
    for mend in sorted(found, key=lambda mend: (mend.line, mend.end_line), reverse=True):
        new[mend.line - 1 : mend.end_line] = mend.lines
    return "\n".join(new)
