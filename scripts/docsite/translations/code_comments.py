"""Comments in code blocks of a page: the words in a code block that a translation may translate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.docsite.markdown import Fence

_SLASHES = frozenset({"console", "js", "javascript", "ts", "typescript", "json5", "c", "css"})
_TRAILING = re.compile(r"(?P<code>.*?\S)(?P<comment>[ \t]{2,}(?:#|//)[ \t].*)$")


def parts(fence: Fence) -> list[tuple[str, str]]:
    """Return each line as what stands before its comment, and the comment; empty without one."""
    mark = _mark(fence)
    return [_parts(line, mark) for line in code_lines(fence)]


def code_lines(fence: Fence) -> list[str]:
    """Return the lines of a code block."""
    return fence.content.removesuffix("\n").split("\n") if fence.content else []


def _mark(fence: Fence) -> str:
    return "//" if fence.language in _SLASHES else "#"


def _parts(line: str, mark: str) -> tuple[str, str]:
    bare = line.lstrip()
    if bare.startswith(mark):
        return line[: len(line) - len(bare)], bare
    match = _TRAILING.match(line)
    return (match["code"], match["comment"]) if match else (line.rstrip(), "")


def without_words(fence: Fence) -> list[str]:
    """Return the lines, comments without their words: that of a whole line leaves its mark."""
    mark = _mark(fence)
    return [code + mark if comment and not code.strip() else code for code, comment in parts(fence)]


def comments(fence: Fence) -> list[str]:
    """Return the comments, in order."""
    return [comment for _, comment in parts(fence) if comment]


def with_comments(fence: Fence, chosen: Sequence[str]) -> list[str]:
    """Return the lines with the comments `chosen`, as many as there are, in place of their own."""
    rest = iter(chosen)
    return [code + (next(rest) if comment else "") for code, comment in parts(fence)]


def are_translated(english: Sequence[Fence], ours: Sequence[Fence]) -> bool:
    """Whether code blocks have comments that the English ones, side by side with them, have not."""
    pairs = zip(english, ours, strict=False)
    return any({*comments(our)} - {*comments(their)} for their, our in pairs)
