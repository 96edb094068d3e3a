"""References by name: `[text][name]` and `[name][]` to targets, `[^name]` to notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.docsite.markdown.inline import without_code

_REFERENCE = re.compile(
    r"""(?<!\\)(?P<image>!?)\[(?!\^)(?P<text>(?:[^\[\]\\]++|\\.|\[[^\[\]]*\])*)\]
    \s?\[(?!\^)(?P<name>[^\[\]]*)\]    # one blank between them is none to the renderer""",
    re.VERBOSE,
)
_FOOTNOTE = re.compile(
    r"""(?:^[> \t]*(?:(?:[*+-]|\d+\.)[> \t]+)?\[\^(?P<defined>[^\]]*)\]:)
    |(?<!\\)\[\^(?P<name>[^\]]*)\]""",
    re.VERBOSE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the end of the page, or a mark in the text that leads to it."""

    line: int
    name: str
    is_note: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image that names its target."""

    line: int
    name: str
    """Without the marks of code; see `folded` for definitions."""
    written: str
    is_image: bool


def references(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Reference]:
    """Yield each reference, also what is meant as something else but is read as one.

    Footnotes and a name in brackets alone are none.

    `paragraphs` are texts of one or more lines with the number of their first line.
    """
    for number, text in paragraphs:
        for match in _REFERENCE.finditer(without_code(text, "x")) if "[" in text else ():
            start, end = match.span("name" if match["name"] else "text")
            name = " ".join(text[start:end].replace("`", "").split())
            line = number + text.count("\n", 0, match.start())
            written = " ".join(text[slice(*match.span())].split())
            yield Reference(line, name, written, bool(match["image"]))


def footnotes(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Footnote]:
    """Yield each note, and each mark that leads to one; paragraphs are those of `references`."""
    for number, text in paragraphs:
        for match in _FOOTNOTE.finditer(without_code(text, "x")) if "[^" in text else ():
            is_note = match["defined"] is not None
            start, end = match.span("defined" if is_note else "name")
            yield Footnote(number + text.count("\n", 0, start), text[start:end], is_note)


def folded(name: str) -> str:
    """Return the name of a definition as it is compared: in small letters, blanks as one."""
    return " ".join(name.lower().split())
