"""Breaking a paragraph into lines, so that neither code, links nor the structure are broken."""

from __future__ import annotations

import re
import unicodedata

from scripts.docsite.markdown.inline import unbroken

WIDTH = 120
_STARTS_STRUCTURE = re.compile(
    r"^(?:[*+-]|\d+[.)]|\#{1,6}|>.*|:|\|.*|/{3,}.*|:::.*|[=-]+|<!--.*|\{[*!%].*|!!!|```.*|~~~.*)$"
)


def wrapped(text: str, first: str = "", other: str = "", width: int = WIDTH) -> list[str]:
    """Return the lines of a text, the first behind `first`, the rest behind `other`.

    A line never starts with what would begin a list, a heading or the like.
    """
    lines = [first]
    is_empty = True
    for word in unbroken(text):
        fits = _columns(lines[-1]) + 1 + _columns(word) <= width
        if is_empty:
            lines[-1] += word
        elif fits or _STARTS_STRUCTURE.match(word.split(" ")[0]):
            lines[-1] += f" {word}"
        else:
            lines.append(f"{other}{word}")
        is_empty = False
    return lines


def _columns(text: str) -> int:
    """Return how wide a text is on a terminal: letters of East Asia take two columns."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text)
