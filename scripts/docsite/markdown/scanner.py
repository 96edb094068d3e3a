"""From text to elements, one line at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import front_matter
from scripts.docsite.markdown.elements import (
    Block,
    Comment,
    Document,
    Element,
    Fence,
    Heading,
    Include,
    Prose,
)
from scripts.docsite.model import Location

_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<marker>`{3,}|~{3,})(?P<info>[^\n]*)$")
_HEADING = re.compile(r"^(?P<marks>\#{1,6})(?!\#)[ \t]*(?P<text>.*?)[ \t]*\#*[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<inside>[^{}]*?)[ \t]*\}[ \t]*$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s#.}]+)")
_BLOCK = re.compile(
    r"^(?P<marker>/{3,})[ \t]*(?P<kind>[A-Za-z][\w-]*)?[ \t]*(?:\|[ \t]*(?P<title>.*?))?[ \t]*$"
)
_STAR = re.compile(r"^(?P<indent>[ \t]*)\{\*[ \t]+(?P<path>\S+)(?P<options>[^*]*)\*\}[ \t]*$")
_BANG = re.compile(r"(?<!\\)\{!>?[ \t]*(?P<path>[^!\s\[]+)[ \t]*(?P<options>\[[^\]]*\])?[ \t]*!\}")
_COMMENT_OPEN = "<!--"
_COMMENT_CLOSE = "-->"


@dataclass
class _State:
    """Where the scan stands: what is open, and what was found so far."""

    path: str
    found: list[tuple[int, Element]] = field(default_factory=list)
    open_blocks: list[tuple[int, str, str, str | None]] = field(default_factory=list)

    def add(self, line: int, element: Element) -> None:
        self.found.append((line, element))


def scan(text: str, path: str = "page.md") -> Document:
    """Return the page `text` as a `Document`; `path` is its name in errors.

    Carriage returns before line ends are dropped, as MkDocs does. Raises `DocsError` with
    `path:line` for front matter that can't be read and for a fence, a block or a comment that
    is never closed.
    """
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    matter = front_matter.parse(lines, path)
    state = _State(path)
    index = matter.end_line
    while index < len(lines):
        index = _element(state, lines, index)
    if state.open_blocks:
        line, marker, kind, _ = state.open_blocks[-1]
        raise DocsError(
            f"the block `{marker} {kind}` is not closed",
            at=Location(path, line),
            hint=f"end it with a line that holds {marker} alone",
        )
    state.found.sort(key=lambda pair: pair[0])
    return Document(text, matter, tuple(element for _, element in state.found))


def _element(state: _State, lines: list[str], index: int) -> int:
    """Read the element that starts at `index`; return the index behind it."""
    line = lines[index]
    if match := _FENCE.match(line):
        info = match["info"]
        if not (match["marker"][0] == "`" and "`" in info):
            return _fence(state, lines, index, match)
    if line.lstrip().startswith(_COMMENT_OPEN):
        return _comment(state, lines, index)
    if match := _HEADING.match(line):
        state.add(index + 1, _heading(index + 1, match))
    elif (match := _BLOCK.match(line)) and (match["kind"] or state.open_blocks):
        _block(state, index + 1, match)
    elif match := _STAR.match(line):
        found = Include(
            index + 1,
            "star",
            match["indent"],
            match["path"],
            match["options"].strip(),
            line.strip(),
            in_fence=False,
        )
        state.add(index + 1, found)
    else:
        for element in _bangs(line, index + 1, in_fence=False):
            state.add(index + 1, element)
        state.add(index + 1, Prose(index + 1, line))
    return index + 1


def _fence(state: _State, lines: list[str], index: int, match: re.Match[str]) -> int:
    marker, indent = match["marker"], match["indent"]
    closing = re.compile(rf"^[ \t]*{re.escape(marker[0])}{{{len(marker)},}}[ \t]*$")
    end = next((i for i in range(index + 1, len(lines)) if closing.match(lines[i])), None)
    if end is None:
        raise DocsError(
            "the code block is not closed",
            at=Location(state.path, index + 1),
            hint=f"end it with a line that holds {marker} alone",
        )
    inside = lines[index + 1 : end]
    content = "".join(f"{line.removeprefix(indent)}\n" for line in inside)
    info = match["info"].strip()
    state.add(index + 1, Fence(index + 1, end + 1, indent, marker, info, content))
    for number, line in enumerate(inside, index + 2):
        for element in _bangs(line, number, in_fence=True):
            state.add(number, element)
    return end + 1


def _comment(state: _State, lines: list[str], index: int) -> int:
    end = next((i for i in range(index, len(lines)) if _COMMENT_CLOSE in lines[i]), None)
    if end is None:
        raise DocsError(
            "the comment is not closed",
            at=Location(state.path, index + 1),
            hint="end it with -->",
        )
    text = "\n".join(lines[index : end + 1])
    inside = text.split(_COMMENT_OPEN, 1)[1].split(_COMMENT_CLOSE, 1)[0].strip()
    state.add(index + 1, Comment(index + 1, end + 1, inside))
    return end + 1


def _heading(line: int, match: re.Match[str]) -> Heading:
    text, attributes, found_id = match["text"], "", None
    if braces := _ATTRIBUTES.search(text):
        attributes = braces["inside"]
        text = text[: braces.start()]
        if found := _ID.search(attributes):
            found_id = found["id"]
    return Heading(line, len(match["marks"]), text.strip(), found_id, attributes)


def _block(state: _State, line: int, match: re.Match[str]) -> None:
    marker = match["marker"]
    if match["kind"]:
        state.open_blocks.append((line, marker, match["kind"], match["title"]))
        return
    if marker != state.open_blocks[-1][1]:
        return
    start, marker, kind, title = state.open_blocks.pop()
    depth = len(state.open_blocks)
    state.add(start, Block(start, line, marker, kind, title, depth))


def _bangs(line: str, number: int, *, in_fence: bool) -> list[Include]:
    style: Literal["bang"] = "bang"
    indent = line[: len(line) - len(line.lstrip())]
    return [
        Include(number, style, indent, m["path"], m["options"] or "", m[0], in_fence)
        for m in _BANG.finditer(line)
    ]
