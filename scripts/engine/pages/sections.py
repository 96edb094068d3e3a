"""What a page's HTML says to the search index, read as the search plugin reads it, but at once.

The plugin goes through the HTML by `html.parser`, which takes longer for a page than its template.
HTML that a renderer wrote is regular, and an expression finds its tags and texts. Whatever else
there is (comments, scripts, tags that are not closed) is left to the plugin's own parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any, Protocol

_TOKEN = re.compile(
    r"""([^<]+)|<(?:/([a-z][a-z0-9]*)\s*|([a-z][a-z0-9]*)"""
    r"""((?:\s+[a-zA-Z_:@][\w:.-]*(?:="[^"<]*"|='[^'<]*')?)*)\s*(/?))>"""
)
"""A text, or the name of a tag that ends, or of one that begins, its attributes and a slash."""

_ATTRIBUTE = re.compile(r"""([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'))?""")

_BLOCK = re.compile(r"<pre>(?:<span></span>)?<code>(.*?)</code></pre>", re.DOTALL)
_COLOUR = re.compile(
    r"""<(?:(/?span)(?: (?:class|id|style)="[^"<>]*")*|a(?: (?:id|name|href)="[^"<>]*")*></a)>"""
)
"""A tag of an element that colours code, or a whole one that numbers a line."""

_UNUSUAL = re.compile(
    r"<(?:[!?]|(?:script|style|object|textarea|title|iframe|noembed|noframes|noscript|plaintext|xmp)\b)"
)
"""What is not read here: text that is no HTML, and what the plugin never shows."""

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
SHOWN = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ENDED = float("inf")

Attributes = dict[str, str | None]


class Section(Protocol):
    """A section as the plugin makes entries of it."""

    el: Any
    id: str | None
    depth: float
    text: list[str]
    title: list[str]


class Element(str):
    """An element as the plugin's parser compares it, by its tag alone, though not in Python."""

    __slots__ = ("attrs",)
    attrs: Attributes

    def __new__(cls, tag: str, attrs: Attributes | None = None) -> Element:
        """Take what the plugin gives its own elements."""
        self = super().__new__(cls, tag)
        self.attrs = attrs or {}
        return self

    @property
    def tag(self) -> str:
        """The name of the tag."""
        return self

    def is_excluded(self) -> bool:
        """Return whether the element is kept out of the index."""
        return "data-search-exclude" in self.attrs


def read(html: str, make: Callable[[Any, float], Any]) -> list[Any] | None:
    """Return the sections of a page, made by the plugin's own class; None for unusual HTML.

    `make` takes the element that begins a section and how deep it lies.
    """
    if _UNUSUAL.search(html):
        return None
    html = _BLOCK.sub(_without_colours, html)
    reader, position = _Reader(make), 0
    for found in _TOKEN.finditer(html):
        if found.start() != position:
            return None
        position = found.end()
        text, ended, begun, attributes, slash = found.groups()
        if text is not None:
            reader.take(unescape(text) if "&" in text else text)
        elif ended is not None:
            reader.end(ended)
        else:
            reader.begin(begun, attributes)
            if slash:
                reader.end(begun)
    return reader.sections if position == len(html) else None


def _without_colours(block: re.Match[str]) -> str:
    """Return a block of code without the elements that colour it: three quarters of all tags.

    In such a block it makes no difference where one text ends and the next begins.
    """
    parts, depth = _COLOUR.split(block[1]), 0
    for tag in parts[1::2]:
        if tag == "span":
            depth += 1
        elif tag:
            depth -= 1
            if depth < 0:
                return block[0]
    text = "".join(parts[::2])
    if depth or "<" in text or "linenodiv" in block[0]:
        return block[0]
    return f"<pre><code>{text}</code></pre>"


class _Reader:
    """The sections found so far, and the elements that are open."""

    def __init__(self, make: Callable[[Any, float], Any]) -> None:
        self.sections: list[Any] = []
        self._make = make
        self._open: list[str] = []
        self._hidden: set[str] = set()
        """The tags of elements that are kept out of the index, and of all like them meanwhile."""
        self._section: Any = None

    def begin(self, tag: str, written: str) -> None:
        """Take a tag that begins an element, with its attributes as they are written."""
        if tag in VOID:
            return
        element: str = tag
        if tag in _HEADINGS or tag == "a" or "data-search-exclude" in written or "line" in written:
            element = Element(tag, _attributes(written))
        self._open.append(element)
        if tag in _HEADINGS:
            self._begin_section(element)
        if self._section is None:
            self._begin_preface()
        if type(element) is Element and _is_hidden(element.attrs):
            self._hidden.add(tag)
        elif tag in SHOWN and self._is_shown():
            self._texts().append(f"<{tag}>")

    def end(self, tag: str) -> None:
        """Take a tag that ends an element."""
        if not self._open or self._open[-1] != tag:
            return
        depth = len(self._open)
        if self._section.depth > depth:
            self._leave_section(depth)
        self._open.pop()
        if tag in self._hidden:
            self._hidden.remove(tag)
        elif tag in SHOWN and self._is_shown():
            _close(self._texts(), tag)

    def take(self, text: str) -> None:
        """Take a text, with its character references replaced."""
        if self._hidden and not self._is_shown():
            return
        blank, exact = text.isspace(), "pre" in self._open
        if not exact:
            text = " " if blank else text.replace("\n", " ")
        if self._section is None:
            self._begin_preface()
        if self._section.el in self._open:
            if not any(map(_is_permalink, self._open)):
                self._section.title.append(escape(text, quote=False))
            return
        texts = self._section.text
        if not blank:
            texts.append(escape(text, quote=False))
        elif exact or not texts or not texts[-1].isspace():
            texts.append(text)

    def _is_shown(self) -> bool:
        return not self._hidden or self._hidden.isdisjoint(self._open)

    def _texts(self) -> list[str]:
        """Return the texts of the section, or of its title where that is open."""
        section = self._section
        found: list[str] = section.title if section.el in self._open else section.text
        return found

    def _begin_preface(self) -> None:
        self._section = self._make(Element("hx"), 0)
        self.sections.append(self._section)

    def _begin_section(self, heading: Any) -> None:
        """Begin a section, if the heading has an identifier; none before it is a preface."""
        if "id" not in heading.attrs:
            return
        depth = len(self._open)
        if heading != "h1" and not self.sections:
            self.sections.append(self._make(Element("hx"), depth))
        self._section = self._make(heading, depth)
        if self.sections:
            self._section.id = heading.attrs["id"]
        self.sections.append(self._section)

    def _leave_section(self, depth: int) -> None:
        """Go on with the last section that is not deeper, where a heading's parent ends."""
        for section in reversed(self.sections):
            if section.depth <= depth:
                self._section.depth = _ENDED
                self._section = section
                break


def _close(texts: list[str], tag: str) -> None:
    """Close an element, or take it away if nothing is in it."""
    begun = texts.index(f"<{tag}>")
    if all(text.isspace() for text in texts[begun + 1 :]):
        del texts[begun:]
    else:
        texts.append(f"</{tag}>")


def _attributes(written: str) -> Attributes:
    """Return attributes by their names; one that is written twice has the last value."""
    found: Attributes = {}
    for match in _ATTRIBUTE.finditer(written):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), None)
        found[name.lower()] = unescape(value) if value else value
    return found


def _is_hidden(attributes: Attributes) -> bool:
    return "data-search-exclude" in attributes or attributes.get("class") == "linenodiv"


def _is_permalink(element: str) -> bool:
    return (
        element == "a" and type(element) is Element and element.attrs.get("class") == "headerlink"
    )
