"""From text to elements, one line at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import front_matter, include_marks, inline
from scripts.docsite.markdown.document import Document
from scripts.docsite.markdown.elements import (
    AutoDoc,
    Block,
    Comment,
    Fence,
    Heading,
    Include,
    Passage,
    Piece,
)
from scripts.docsite.model import Location

_FENCE = re.compile(r"^(?P<indent>[> \t]*)(?P<marker>`{3,}|~{3,})(?P<info>[^\n]*)$")
_HEADING = re.compile(r"^(?P<marks>\#{1,6})(?!\#)(?P<text>.*)$")
_UNDERLINE = re.compile(r"^(?P<mark>=|-)(?P=mark)*[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]+\{:?[ \t]*(?P<inside>[^}\s][^\n]*?)[ \t]*\}[ \t]*$")
_BLOCK = re.compile(
    r"""^[ \t]*(?P<marker>/{3,})[ \t]*
    (?:(?P<kind>[A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(?P<title>.*?))?)?[ \t]*$""",
    re.VERBOSE,
)
_AUTO_DOC = re.compile(r"^(?:\#{1,6}[ \t]*)?:::[ \t]?(?P<identifier>\S+)[ \t]*$")
_MARKED = re.compile(
    r"""\n[^\S\n]*(?=[`~>/{<\#:=-])(?:`{3}|~{3}|>[> \t]*(?:`{3}|~{3})|/{3}|\{\*|<!--
    |(?<=\n)(?:\#|:::|(?P<underline>=+|-+)[ \t]*(?=\n|\Z)))""",
    re.VERBOSE,
)
"""What a line begins with that may be more than text, or that makes a heading of the one before.

It starts with what is searched for fast, the end of the line before, and then with what most lines
have not.
"""
_COMMENT_OPEN = "<!--"
_COMMENT_CLOSE = "-->"


@dataclass
class _State:
    """Where the scan stands: what is open, and what was found so far."""

    path: str
    found: list[Piece] = field(default_factory=list)
    open_blocks: list[tuple[int, str, str, str | None]] = field(default_factory=list)
    has_bangs: bool = False
    """Whether there may be includes that stand in lines of text."""

    def add(self, piece: Piece) -> None:
        self.found.append(piece)

    def add_prose(self, lines: list[str], start: int, stop: int) -> None:
        """Add the lines from index `start` up to `stop` as text."""
        if self.has_bangs:
            self.found += [Passage(n + 1, lines[n : n + 1]) for n in range(start, stop)]
        elif start < stop:
            self.found.append(Passage(start + 1, lines[start:stop]))

    def follows_prose(self, line: int) -> bool:
        """Whether the line before `line` is text of the same paragraph."""
        last = self.found[-1] if self.found else None
        if not isinstance(last, Passage) or last.line + len(last.lines) != line:
            return False
        return bool(last.lines[-1].strip())


@lru_cache(maxsize=512)  # each hook of a build looks at the same text, in every language
def scan(text: str, path: str = "page.md") -> Document:
    """Return the page `text` as `read` does, and keep it: the document is not to be changed."""
    return read(text, path)


def read(text: str, path: str) -> Document:
    """Return the page `text` as a `Document`; `path` is for errors.

    A carriage return ends a line, alone or before its newline, as in Python-Markdown. Raises
    `DocsError` with `path:line` for front matter that can't be read and for a fence, a block or
    a comment that is never closed.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    matter = front_matter.parse(lines, path)
    state = _State(path, has_bangs="{!" in text)
    index = matter.end_line
    for start in _marked(text):
        if start >= index:  # else it is read already
            state.add_prose(lines, index, start)
            index = _element(state, lines, start)
    state.add_prose(lines, index, len(lines))
    if state.open_blocks:
        line, marker, kind, _ = state.open_blocks[-1]
        raise DocsError(
            f"the block `{marker} {kind}` is not closed",
            at=Location(path, line),
            hint=f"end it with a line that holds {marker} alone",
        )
    if state.has_bangs:
        fences = [piece for piece in state.found if isinstance(piece, Fence)]
        fenced = {n for fence in fences for n in range(fence.line, fence.end_line + 1)}
        state.found[:0] = include_marks.bang_includes(lines, matter.end_line, fenced)
    # A block is known at its end, and stands where it begins.
    return Document(text, lines, matter, tuple(sorted(state.found, key=attrgetter("line"))))


def _marked(text: str) -> Iterator[int]:
    """Yield the index of each line that may be more than text; once more for an underline."""
    padded, index, behind = f"\n{text}", 0, 1
    for match in _MARKED.finditer(padded):
        index += padded.count("\n", behind, match.start() + 1)
        behind = match.start() + 1
        yield index - bool(match["underline"])


def _element(state: _State, lines: list[str], index: int) -> int:
    """Read the element that starts at `index`; return the index behind it."""
    read = _READERS.get(lines[index].lstrip()[:1], _text)
    behind = read(state, lines, index)
    return _text(state, lines, index) if behind is None else behind


def _text(state: _State, lines: list[str], index: int) -> int:
    """Read the line, which has no mark of its own; return the index behind what it is."""
    line, number = lines[index], index + 1
    if _is_underlined(state, lines, index):
        level = 1 if lines[number].startswith("=") else 2
        state.add(_heading(number, level, line.strip(), underlined=True))
        return index + 2
    state.add_prose(lines, index, number)
    return number


def _fence(state: _State, lines: list[str], index: int) -> int | None:
    match = _FENCE.match(lines[index])
    if match is None or (match["marker"][0] == "`" and "`" in match["info"]):
        return None
    marker, indent, info = match["marker"], match["indent"], match["info"].strip()
    inside: list[str] = []
    for number in range(index + 2, len(lines) + 1):
        line = lines[number - 1]
        content = line[len(indent) :] if line.startswith(indent) else _dedent(line, indent)
        if content is None:
            raise DocsError(
                f"the line stands outside the code block that line {index + 1} opens",
                at=Location(state.path, number),
                hint="indent it like that line, or close the code block before it",
            )
        if content.startswith(marker) and not content[len(marker) :].strip(" \t"):
            break
        inside.append(f"{content}\n")
    else:
        raise DocsError(
            "the code block is not closed",
            at=Location(state.path, index + 1),
            hint=f"end it with a line that holds {marker} alone, indented like this one",
        )
    state.add(Fence(index + 1, number, indent, marker, info, "".join(inside)))
    return number


def _dedent(line: str, indent: str) -> str | None:
    """Return a line that has not the fence's own indent as if it had; None where it is outside."""
    if quotes := indent.count(">"):
        found = re.match(rf"[ \t]*(?:>[ \t]?){{{quotes}}}", line)
        return line[found.end() :] if found else None
    if not line.strip():
        return ""
    spaces = " " * len(indent.expandtabs(4))
    expanded = line.expandtabs(4)
    return expanded.removeprefix(spaces) if expanded.startswith(spaces) else None


def _comment(state: _State, lines: list[str], index: int) -> int | None:
    """Read the comments that start in the line; text behind the last one is prose."""
    rest, start = lines[index], index
    if not rest.lstrip().startswith(_COMMENT_OPEN):
        return None
    while rest.lstrip().startswith(_COMMENT_OPEN):
        text, end = rest.split(_COMMENT_OPEN, 1)[1], start
        while _COMMENT_CLOSE not in text:
            end += 1
            if end == len(lines):
                raise DocsError(
                    "the comment is not closed",
                    at=Location(state.path, start + 1),
                    hint="end it with -->",
                )
            text += f"\n{lines[end]}"
        inside, rest = text.split(_COMMENT_CLOSE, 1)
        state.add(Comment(start + 1, end + 1, inside.strip()))
        start = end
    if rest.strip():
        state.add(Passage(start + 1, (rest,)))
    return start + 1


def _title(state: _State, lines: list[str], index: int) -> int | None:
    if match := _HEADING.match(lines[index]):
        text = match["text"].rstrip(" \t").rstrip("#").rstrip(" \t")
        state.add(_heading(index + 1, len(match["marks"]), text.lstrip(" \t")))
        return index + 1
    return None


def _heading(line: int, level: int, text: str, *, underlined: bool = False) -> Heading:
    attributes, found_id = "", None
    braces = _ATTRIBUTES.search(inline.without_code(text, "x")) if "{" in text else None
    # attr_list starts at the first brace behind a blank: another one in the text spoils it.
    if braces and "}" not in braces["inside"]:
        attributes = text[slice(*braces.span("inside"))]
        text = text[: braces.start()]
        found_id = inline.attribute_id(attributes)
    return Heading(line, level, text.strip(), found_id, attributes, underlined)


def _is_underlined(state: _State, lines: list[str], index: int) -> bool:
    """Whether the line is a heading by the line of `===` or `---` under it."""
    line = lines[index]
    return (
        index + 1 < len(lines)
        and bool(line.strip())
        and not line.expandtabs(4).startswith("    ")
        and _UNDERLINE.match(lines[index + 1]) is not None
        and not state.follows_prose(index + 1)
    )


def _auto_doc(state: _State, lines: list[str], index: int) -> int | None:
    if match := _AUTO_DOC.match(lines[index]):
        state.add(AutoDoc(index + 1, match["identifier"]))
        return index + 1
    return None


def _include(state: _State, lines: list[str], index: int) -> int | None:
    match = include_marks.star(lines[index])
    if match is None:
        return None
    indent, path, options = match.group("indent", "path", "options")
    source = lines[index].strip()
    state.add(Include(index + 1, "star", indent, path, options.strip(), source, in_fence=False))
    return index + 1


def _block(state: _State, lines: list[str], index: int) -> int | None:
    match = _BLOCK.match(lines[index])
    if match is None or not (match["kind"] or state.open_blocks):
        return None
    line, marker = index + 1, match["marker"]
    if match["kind"]:
        state.open_blocks.append((line, marker, match["kind"].lower(), match["title"]))
    elif marker == state.open_blocks[-1][1]:
        start, marker, kind, title = state.open_blocks.pop()
        depth = len(state.open_blocks)
        state.add(Block(start, line, marker, kind, title, depth))
    else:
        state.add_prose(lines, index, line)
    return line


_Read = Callable[[_State, list[str], int], int | None]
_READERS: dict[str, _Read] = {
    "`": _fence,
    "~": _fence,
    ">": _fence,
    "<": _comment,
    "#": lambda *at: _auto_doc(*at) or _title(*at),
    ":": _auto_doc,
    "/": _block,
    "{": _include,
}
"""What reads a line that begins so, blanks left out: it gives nothing back where it is text."""
