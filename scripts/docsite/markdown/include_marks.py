"""The two ways to write an include: `{* path options *}` and mdx_include's `{! path !}`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from scripts.docsite.markdown.elements import Include

_STAR = re.compile(r"^(?P<indent>[ \t]*)\{\*[ \t]+(?P<path>\S+)(?P<options>[^*]*)\*\}[ \t]*$")
_STRAY = re.compile(r"\{\*(?!\*).*\*\}")

_BANG = r"""
    (?P<escape>\\)?
    \{!(?P<recursion>[+-])?>?\s*
    (?P<path>[^]|[]+?)
    (?:\s*(?P<options>\[%s\]))?
    \s*(?:\|\s*(?P<encoding>.+?)\s*)?
    !\}
"""
# What mdx_include reads, and a wider form of it: a slice it would not understand is then found
# and refused, where mdx_include would leave the whole mark standing in the page.
_MDX_INCLUDE = re.compile(_BANG % r"ln:[\d.,-]+", re.VERBOSE)
_WIDE = re.compile(_BANG % r"[^]]*", re.VERBOSE)


def star(line: str) -> re.Match[str] | None:
    """Return the groups `indent`, `path` and `options` of a line that is a star include."""
    return _STAR.match(line)


def is_stray(prose: str) -> bool:
    """Whether a line of prose holds a star include that does not stand alone, or is malformed."""
    return bool(_STRAY.search(prose))


def bang_includes(
    lines: Sequence[str], start: int = 0, fenced: Collection[int] = ()
) -> list[Include]:
    r"""Return the includes that mdx_include reads in the lines from index `start` on.

    It looks at every line, whatever it is, and takes `\{! … !}` as text. `fenced` are the
    numbers of the lines that belong to code blocks.
    """
    return [
        Include(
            line=number,
            style="bang",
            indent=line[: len(line) - len(line.lstrip())],
            path=match["path"],
            options=match["options"] or "",
            source=match[0],
            in_fence=number in fenced,
            recursive=match["recursion"] != "-",
            encoding=match["encoding"] or "",
        )
        for number, line in enumerate(lines[start:], start + 1)
        if "{!" in line
        for match in _WIDE.finditer(line)
        if not match["escape"]
    ]


def escape_bangs(text: str) -> str:
    """Return the text so written that mdx_include shows it as it stands and includes nothing."""
    return "\n".join(
        _MDX_INCLUDE.sub(lambda match: "\\" + match[0], line) for line in text.split("\n")
    )
