"""Units: the pieces of a page that are translated one by one, and what stands between them.

A unit is a heading, a paragraph, a list item, a row of a table, the title of a block, the words of
a diagram, an alternative text, or a value of the front matter. `parts` finds them in the order of
the page; `written` puts another text in the place of one, with its marks and its indent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import yaml

from scripts.docsite.markdown.document import Document
from scripts.docsite.markdown.elements import (
    Block,
    Comment,
    Element,
    Fence,
    Heading,
    Include,
    Prose,
)
from scripts.docsite.markdown.inline import without_code
from scripts.docsite.markdown.shapes import is_table
from scripts.docsite.markdown.wrapping import wrapped

DRAWN = "mermaid"
"""The language of a code block whose words are translated like prose."""
TEXT_KINDS = frozenset({"paragraph", "item"})
"""The kinds of units whose lines may be broken anew."""

_LEAD = re.compile(r"^(?P<quote>(?:[ \t]*>)*[ \t]*)(?P<mark>(?:[*+-]|\d+[.)]|:)[ \t]+(?=\S))?")
_ALONE = re.compile(r"^(?:<|\[[^\]]+\]:[ \t]|\*\[|!!!|\?\?\?|===|\{%|\{!|\{\*|///|:::)")
_TAG = re.compile(r"<[^<>]*>")
_WORDY = re.compile(r"\b(?:alt|title|aria-label)=")
_HARD_BREAK = re.compile(r"(?:[ ]{2}|\\)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text that is translated as one, and how it is written."""

    kind: str
    line: int
    end_line: int
    text: str
    """What is translated: lines joined by a blank where they may be broken anew."""
    prefix: str = ""
    """What stands before the text in its first line."""
    continuation: str = ""
    """What stands before the text in its other lines."""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is not translated: code, an include, the mark of a block, a table's rule."""

    kind: str
    line: int
    end_line: int


Part = Unit | Mark


def parts(document: Document, *, keeps_lines: bool = False) -> tuple[Part, ...]:
    """Return the units of a document, and what stands between them, in order.

    With `keeps_lines` the lines of a paragraph stay apart, as in languages without blanks.
    """
    lines = document.lines
    found: list[Part] = [*_front_matter(document)]
    closed = [Mark("end of block", b.end_line, b.end_line) for b in document.blocks]
    is_in_list = False
    for run in _runs(document.elements):
        if not isinstance(run, list):
            found += _single(run, lines)
            continue
        units = [*_prose(run, keeps_lines=keeps_lines, is_in_list=is_in_list)]
        is_in_list = any(unit.kind == "item" for unit in units) or (
            is_in_list and run[0].text[:1].isspace()
        )
        found += units
    taken = {part.line for part in found if isinstance(part, Unit) and part.kind in TEXT_KINDS}
    kept = [part for part in found if part.kind != "alternative text" or part.line not in taken]
    return tuple(sorted([*kept, *closed], key=lambda part: part.line))


def written(unit: Unit, text: str, *, keeps_lines: bool = False) -> list[str]:
    """Return the lines that stand for the unit when it says `text`."""
    if unit.kind in ("title", "description"):
        dumped = yaml.safe_dump({unit.kind: text}, allow_unicode=True, width=100_000)
        return str(dumped).rstrip("\n").split("\n")
    if unit.kind == "diagram":
        return [f"{unit.prefix}{line}" for line in text.split("\n")]
    if unit.kind not in TEXT_KINDS:
        return [f"{unit.prefix}{' '.join(text.split())}{unit.suffix}"]
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        first = unit.continuation if lines else unit.prefix
        lines += [unit.continuation.rstrip()] if lines else []
        if keeps_lines or "\n" in paragraph:
            head, *rest = paragraph.split("\n")
            lines += [f"{first}{head}", *(f"{unit.continuation}{row}" for row in rest)]
        else:
            lines += wrapped(paragraph, first, unit.continuation)
    return lines


def _runs(elements: Iterable[Element]) -> Iterator[list[Prose] | Element]:
    """Yield prose that stands in consecutive lines as one, and all other elements by themselves."""
    run: list[Prose] = []
    for element in elements:
        is_text = isinstance(element, Prose) and bool(element.text.strip())
        if run and not (is_text and element.line == run[-1].line + 1):
            yield run
            run = []
        if isinstance(element, Prose):
            run += [element] if is_text else []
        else:
            yield element
    if run:
        yield run


def _single(element: Element, lines: Sequence[str]) -> Iterator[Part]:
    """Yield what an element that is no prose has to be translated, or that it is there."""
    end = getattr(element, "end_line", element.line)
    if isinstance(element, Heading):
        end = element.line + element.underlined
        yield from _inside("heading", element.text, element.line, element.line, lines)
    elif isinstance(element, Block):
        yield Mark(f"block {element.kind}", element.line, element.line)
        yield from _inside("block title", element.title or "", element.line, element.line, lines)
    elif isinstance(element, Comment):
        if element.options:
            yield Mark("comment", element.line, end)
        text = element.options.get("alt", "")
        yield from _inside("alternative text", text, element.line, end, lines, before='alt="')
    elif isinstance(element, Fence) and element.language == DRAWN and element.content.strip():
        yield Mark("diagram", element.line, element.line)
        text = element.content.removesuffix("\n")
        yield Unit("diagram", element.line + 1, end - 1, text, element.indent, element.indent)
    elif not (isinstance(element, Include) and element.in_fence):
        yield Mark(type(element).__name__.lower(), element.line, end)


def _inside(
    kind: str, text: str, line: int, end: int, lines: Sequence[str], before: str = ""
) -> Iterator[Unit]:
    """Yield the unit whose text stands somewhere in its lines, if it has words."""
    whole = "\n".join(lines[line - 1 : end])
    start = whole.rfind(f"{before}{text}") + len(before)
    if _has_words(text) and start >= len(before):
        said = " ".join(text.split())
        yield Unit(kind, line, end, said, whole[:start], "", whole[start + len(text) :])


def _front_matter(document: Document) -> Iterator[Unit]:
    """Yield the values of the front matter that are translated, with the lines of their keys."""
    end = document.front_matter.end_line
    tops = [n for n, text in enumerate(document.lines[: end - 1], 1) if n > 1 and text[:1].strip()]
    for line, following in pairwise([*tops, end]):
        key = document.lines[line - 1].partition(":")[0]
        if key in ("title", "description"):
            value = document.front_matter.data.get(key)
            if isinstance(value, str) and value.strip():
                yield Unit(key, line, following - 1, value.strip())


def _prose(run: list[Prose], *, keeps_lines: bool, is_in_list: bool) -> Iterator[Part]:
    """Yield the paragraphs, items, rows and lines that a run of lines consists of."""
    if is_table("\n".join(row.text for row in run)):
        for index, row in enumerate(run):
            cells = row.text.strip()
            is_said = index != 1 and _has_words(cells)
            start = row.text.index(cells)
            unit = Unit("row", row.line, row.line, cells, row.text[:start])
            yield unit if is_said else Mark("row", row.line, row.line)
        return
    group: list[Prose] = []
    for line in run:
        match = _LEAD.match(line.text)
        rest = line.text[match.end() :] if match else line.text
        starts = bool(match and match["mark"]) or _ALONE.match(rest) is not None or not rest.strip()
        if group and (starts or _is_alone(group[-1])):
            yield _text(group, keeps_lines=keeps_lines, is_in_list=is_in_list)
            group = []
        group.append(line)
    yield _text(group, keeps_lines=keeps_lines, is_in_list=is_in_list)


def _is_alone(line: Prose) -> bool:
    """Whether a line is no running text, so that neither side of it belongs to it."""
    match = _LEAD.match(line.text)
    rest = line.text[match.end() :] if match else line.text
    return not rest.strip() or _ALONE.match(rest) is not None


def _text(group: list[Prose], *, keeps_lines: bool, is_in_list: bool) -> Part:
    """Return lines that belong together as a unit, or as a mark where they have no words."""
    first, last = group[0], group[-1]
    lead = _LEAD.match(first.text)
    quote, mark = (lead["quote"], lead["mark"] or "") if lead else ("", "")
    rests = [first.text[len(quote + mark) :], *(_rest(line.text) for line in group[1:])]
    if not _has_words("\n".join(rests)):
        return Mark("line", first.line, last.line)
    if _is_alone(first):
        return Unit("line", first.line, last.line, rests[0].strip(), quote + mark)
    other = quote + " " * len(mark)
    if len(group) > 1:
        other = group[1].text[: len(group[1].text) - len(rests[1])]
    is_code = not is_in_list and not mark and quote.expandtabs(4).startswith("    ")
    stays = keeps_lines or is_code or any(_HARD_BREAK.search(rest) for rest in rests[:-1])
    said = ("\n" if stays else " ").join(rest if stays else rest.strip() for rest in rests)
    kind = "item" if mark else "paragraph"
    return Unit(kind, first.line, last.line, said, quote + mark, other)


def _rest(text: str) -> str:
    """Return a line that continues a paragraph, without what it is indented or quoted by."""
    match = _LEAD.match(text)
    return text[len(match["quote"]) :] if match else text


def _has_words(text: str) -> bool:
    plain = without_code(text)
    is_said = any(map(str.isalpha, _TAG.sub(" ", plain)))
    return is_said or _WORDY.search(plain) is not None
