"""What stands inside a line: code spans, links and anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# What a pattern starts with is searched for fast: so a character, and what may not be before it.
_CODE = re.compile(r"(?P<ticks>`(?<![\\`]`)`*)(?!`)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_LINK = re.compile(
    r"""(?:!(?<!\\!)(?P<image>\[)|\[(?<!\\\[))
    (?P<text>(?:[^\[\]\\]++|\\.|\[[^\[\]]*\])*)\]    # [text], one level of brackets inside
    \(\s*(?:<(?P<angle>[^<>]*)>|(?P<target>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))
    (?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)""",
    re.VERBOSE,
)
_DEFINITION = re.compile(
    r"^[> \t]*\[(?P<text>[^\]^][^\]]*)\]:\s*<?(?P<target>[^\s>]+)>?", re.MULTILINE
)
_AUTOLINK = re.compile(r"<(?P<target>[a-z][a-z0-9+.-]*:[^\s<>]+)>", re.IGNORECASE)
_HTML = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>\s[^<>]*)>", re.IGNORECASE)
_HTML_LINK = re.compile(r"<a\s[^<>]*>.*?</a>", re.IGNORECASE | re.DOTALL)
_BRACKETS = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]")
_HTML_ATTRIBUTE = re.compile(
    r"""\s(?P<key>[a-z][\w-]*)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
    re.IGNORECASE,
)
_BRACES = re.compile(r"\{:?[ \t]*(?P<inside>[^{}\n]*)\}")
_ATTRIBUTE_ID = re.compile(
    r"""(?:^|(?<=\s))(?:\#(?P<word>[^\s=}]*)
    |id=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s=}]+)))""",
    re.VERBOSE,
)
_FIXED = re.compile(
    r"</?[a-z][^<>]*>|\+\+[\w+-]+\+\+|\b[a-z][a-z0-9+.-]*://[^\s\])>]+", re.IGNORECASE
)
"""An HTML tag, keys to press, or an address in the text."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image, or an `href`/`src` attribute in HTML."""

    line: int
    target: str
    text: str
    """The text of a link, the alternative text of an image."""
    kind: Literal["link", "image", "reference", "html"]
    has_text: bool = True
    """False where a reader who can't see gets nothing: no text, or no `alt` in HTML."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id that a link can lead to and that is no heading's: `[](){#id}`, `<a id="id">`."""

    line: int
    id: str


@dataclass(frozen=True, slots=True)
class CodePosition:
    """Inline code in a paragraph: where it begins and ends, ticks included, and what it says."""

    start: int
    end: int
    text: str
    is_free: bool
    """Whether it stands in no link, no brackets and no HTML tag."""


def code_positions(text: str) -> Iterator[CodePosition]:
    """Yield each inline code of a paragraph, in order."""
    plain = without_code(text, "x")
    taken = [match.span() for match in _inline_links(plain)]
    taken += [match.span() for match in _HTML_LINK.finditer(plain)]
    taken += [match.span() for match in _tags(plain)]
    taken += [match.span() for match in _BRACKETS.finditer(plain)]
    for match in _CODE.finditer(text):
        start, end = match.span()
        is_free = not any(left < end and start < right for left, right in taken)
        yield CodePosition(start, end, match["text"].strip(), is_free)


def code_spans(paragraphs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield `(line, text)` of each inline code, surrounding blanks stripped.

    `paragraphs` are texts of one or more lines with the number of their first line.
    """
    for number, text in paragraphs:
        for match in _CODE.finditer(text) if "`" in text else ():
            yield _line(number, text, match), match["text"].strip()


@lru_cache(maxsize=2048)  # a paragraph is looked at for links, code, tags and the like, in turn
def without_code(text: str, filler: str = " ") -> str:
    """Return the text with its inline code blanked out, so that offsets and lines stay."""
    return _CODE.sub(lambda match: _blank(match[0], filler), text) if "`" in text else text


def _blank(text: str, filler: str) -> str:
    if "\n" not in text:
        return filler * len(text)
    return "\n".join(filler * len(line) for line in text.split("\n"))


def without_targets(text: str) -> str:
    """Return the text with each link and image replaced by its text."""
    plain, end = [], 0
    for match in _inline_links(without_code(text)):
        start, stop = match.span("text")
        plain += [text[end : match.start()], text[start:stop]]
        end = match.end()
    return "".join([*plain, text[end:]])


def unbroken(text: str) -> list[str]:
    """Return the words of a text; inline code, and a link with all its text, is one word."""
    whole = [match.span() for match in _CODE.finditer(text)]
    whole += [match.span() for match in _inline_links(without_code(text))]
    words, start = [], 0
    for blank in re.finditer(r"[ \n]+", text):
        if not any(first < blank.start() < last for first, last in whole):
            words.append(text[start : blank.start()])
            start = blank.end()
    return [word for word in (*words, text[start:]) if word]


def fixed_spans(text: str) -> list[tuple[int, int]]:
    """Return where in a text stands what no translation changes, in order and without overlaps.

    That is inline code, the targets of links and what is in braces behind them, HTML tags,
    addresses and the names of keys.
    """
    plain = without_code(text)
    spans = [match.span() for match in _CODE.finditer(text)]
    spans += [(start, end) for start, end, _ in _target_spans(plain, 0)]
    for pattern in (_AUTOLINK, _FIXED):
        spans += [match.span() for match in pattern.finditer(plain)]
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def retargeted(text: str, change: Callable[[str], str]) -> str:
    """Return the text with the target of each link replaced by what `change` makes of it.

    Attributes in braces behind a link or an image are left out: only this site reads them.
    """
    return _replaced(text, change, lambda attributes: "")


def with_targets(text: str, change: Callable[[str], str]) -> str:
    """Return the text with the target of each link replaced by what `change` makes of it."""
    return _replaced(text, change, lambda attributes: attributes)


def target_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each target of a link begins and ends, and the attributes behind links."""
    yield from ((start, end) for start, end, _ in _target_spans(without_code(text), 0))


def _replaced(text: str, target: Callable[[str], str], attributes: Callable[[str], str]) -> str:
    if not may_have_links(text):
        return text
    plain = without_code(text)
    parts, end = [], 0
    for start, stop, is_target in sorted({*_target_spans(plain, 0)}):
        found = text[start:stop]
        parts += [text[end:start], target(found) if is_target else attributes(found)]
        end = stop
    return "".join([*parts, text[end:]])


def _target_spans(plain: str, offset: int) -> Iterator[tuple[int, int, bool]]:
    """Yield `(start, end, True)` of each target, and False for the attributes behind a link."""
    if not may_have_links(plain):
        return
    for match in _inline_links(plain):
        group = "target" if match["angle"] is None else "angle"
        if match[group]:
            yield offset + match.start(group), offset + match.end(group), True
        yield from _target_spans(match["text"], offset + match.start("text"))
        if braces := _BRACES.match(plain, match.end()):
            yield offset + braces.start(), offset + braces.end(), False
    if offset:
        return
    for match in _definitions(plain):
        yield *match.span("target"), True
    for match in _tags(plain):
        for found in _HTML_ATTRIBUTE.finditer(match["attributes"]):
            if found["key"].lower() in ("href", "src"):
                group = "single" if found["double"] is None else "double"
                start = match.start("attributes")
                yield start + found.start(group), start + found.end(group), True


def may_have_links(text: str) -> bool:
    """Whether a text has what every link, definition or tag has: most texts have not."""
    return "](" in text or "]:" in text or "<" in text


@lru_cache(maxsize=2048)  # asked for what the links are, and for where their targets stand
def _inline_links(plain: str) -> tuple[re.Match[str], ...]:
    return tuple(_LINK.finditer(plain)) if "](" in plain else ()


def _definitions(plain: str) -> Iterable[re.Match[str]]:
    return _DEFINITION.finditer(plain) if "]:" in plain else ()


def _tags(plain: str) -> Iterable[re.Match[str]]:
    return _HTML.finditer(plain) if "<" in plain else ()


def links(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Link]:
    """Yield each link, image, definition, autolink and HTML address.

    `paragraphs` are texts of one or more lines with the number of their first line.
    """
    for number, text in paragraphs:
        if not may_have_links(text):
            continue
        plain = without_code(text)
        for match in _inline_links(plain):
            yield from _inline_link(number, text, match)
        for found in _definitions(plain):
            yield Link(_line(number, text, found), found["target"], found["text"], "reference")
        for found in _AUTOLINK.finditer(plain) if "<" in plain else ():
            yield Link(_line(number, text, found), found["target"], found["target"], "link")
        for found in _tags(plain):
            yield from _html_links(_line(number, text, found), found)


def _inline_link(number: int, text: str, match: re.Match[str]) -> Iterator[Link]:
    line = _line(number, text, match)
    start, end = match.span("text")
    inside = text[start:end]
    kind: Literal["image", "link"] = "image" if match["image"] else "link"
    yield Link(line, _target(match), inside, kind, has_text=bool(inside.strip()))
    for inner in _inline_links(match["text"]):
        alternative = inner["text"]
        has_text = bool(alternative.strip())
        yield Link(line, _target(inner), alternative, "image", has_text)


def _html_links(line: int, match: re.Match[str]) -> Iterator[Link]:
    attributes = {
        found["key"].lower(): found["double"] if found["double"] is not None else found["single"]
        for found in _HTML_ATTRIBUTE.finditer(match["attributes"])
    }
    text = attributes.get("alt", "")
    has_text = match["name"].lower() != "img" or "alt" in attributes
    for key in ("href", "src"):
        if key in attributes:
            yield Link(line, attributes[key], text, "html", has_text)
    for candidate in attributes.get("srcset", "").split(","):
        if candidate.strip():
            yield Link(line, candidate.split()[0], text, "html", has_text)


def _target(match: re.Match[str]) -> str:
    return match["angle"] if match["angle"] is not None else match["target"] or ""


def anchors(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Anchor]:
    """Yield each id that attributes in braces or an HTML tag give.

    `paragraphs` are texts of one or more lines with the number of their first line.
    """
    for number, text in paragraphs:
        plain = without_code(text)
        for match in _BRACES.finditer(plain) if "{" in plain else ():
            if found := attribute_id(match["inside"]):
                yield Anchor(_line(number, text, match), found)
        for match in _tags(plain):
            for attribute in _HTML_ATTRIBUTE.finditer(match["attributes"]):
                found = attribute["double"] or attribute["single"]
                named = ("id", "name") if match["name"].lower() == "a" else ("id",)
                if found and attribute["key"].lower() in named:
                    yield Anchor(_line(number, text, match), found)


@lru_cache(maxsize=2048)  # translations have the ids of English
def attribute_id(attributes: str) -> str | None:
    """Return the id that the inside of braces gives: `#id .class` or `id="id"`; the last wins."""
    found = None
    for match in _ATTRIBUTE_ID.finditer(attributes):
        found = next(value for value in match.groups() if value is not None)
    return found or None


def _line(number: int, text: str, match: re.Match[str]) -> int:
    return number + text.count("\n", 0, match.start())
