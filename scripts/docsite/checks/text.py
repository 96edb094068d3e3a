"""Checks of a file's bare text: blanks, tabs, line ends and characters that can't be seen."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.docsite.checks import rules
from scripts.docsite.checks.survey import Source
from scripts.docsite.markdown import Comment, Document, Fence
from scripts.docsite.model import Finding

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")


def check(source: Source, root: Path) -> Iterator[Finding]:
    """Yield what is wrong with the text of a page."""
    for number, _ in trailing_blanks(source.document):
        yield rules.TRAILING_SPACE.at(source.path, number, "the line ends with blanks")
    for number in tabs(source.document):
        yield rules.TAB.at(source.path, number, "the line holds a tab")
    yield from _unseen(source)
    raw = (root / source.path).read_bytes()
    if b"\r" in raw:
        first = raw.count(b"\n", 0, raw.index(b"\r")) + 1
        yield rules.CARRIAGE_RETURN.at(source.path, first, "the file has carriage returns")
    if raw.startswith(codecs.BOM_UTF8):
        yield rules.BYTE_ORDER_MARK.at(source.path, 1, "the file starts with a byte order mark")
    if raw and not raw.endswith((b"\n", b"\r")):
        last = len(source.document.lines)
        yield rules.FINAL_NEWLINE.at(source.path, last, "the last line has no line end")


def _unseen(source: Source) -> Iterator[Finding]:
    if not _UNSEEN.search(source.document.text):
        return
    for number, line in enumerate(source.document.lines, 1):
        for found in sorted({*_UNSEEN.findall(line)}):
            code = f"U+{ord(found):04X}"
            told = f"{code}, which stands for bytes that could not be decoded"
            if found != "\ufffd":
                told = f"the control character {code}"
            yield rules.UNSEEN_CHARACTER.at(source.path, number, f"the line holds {told}")


def trailing_blanks(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the lines that end with blanks for nothing, and the blanks.

    Two or more between lines of a paragraph make a line break: they are left.
    """
    prose = {line for line, _ in document.prose}
    for number, line in _plain_lines(document):
        blanks = line[len(line.rstrip(" \t")) :]
        is_break = blanks.startswith("  ") and {number, number + 1} <= prose
        if blanks and not is_break:
            yield number, blanks


def tabs(document: Document) -> Iterator[int]:
    """Yield the lines that hold a tab."""
    return (number for number, line in _plain_lines(document) if "\t" in line)


def _plain_lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the lines behind the front matter that are not in a code block or a comment."""
    around: list[Fence | Comment] = [*document.fences, *document.comments]
    skipped = {n for element in around for n in range(element.line, element.end_line + 1)}
    for number, line in enumerate(document.lines, 1):
        if number > document.front_matter.end_line and number not in skipped:
            yield number, line
