"""The ids of headings: made from their text, and written into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from scripts.docsite.markdown import inline
from scripts.docsite.markdown.document import Document
from scripts.docsite.markdown.elements import Heading

_FALLBACK = "section"
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DROPPED = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s]+")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VALUE = re.compile(r"""[^\s=}]+=(?:"[^"]*"|'[^']*'|[^\s=}]+)""")


def slug(text: str) -> str:
    """Return the id that a heading's text gives, as Python-Markdown's toc makes it.

    A text without a letter or digit of the Latin alphabet gives `section`.
    """
    plain = _TAG.sub("", inline.without_targets(text))
    latin = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    words = _DROPPED.sub("", latin).strip().lower()
    return _SEPARATORS.sub("-", words).strip("-") or _FALLBACK


def kebab(text: str) -> str:
    """Return the id that is written for a heading's text: as `slug`, without underscores."""
    return slug(text.replace("_", "-"))


def is_kebab(found: str) -> bool:
    """Whether an id is of the form `two-words`: small letters and digits of ASCII, and hyphens."""
    return _KEBAB.fullmatch(found) is not None


def stray_words(heading: Heading) -> tuple[str, ...]:
    """Return the words in a heading's braces that are neither id nor class nor have a value."""
    words = _VALUE.sub(" ", heading.attributes).split()
    return tuple(word for word in words if not word.startswith((".", "#")))


def unique(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, with the first number behind it that makes it differ from those taken."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def explicit_ids(document: Document) -> tuple[tuple[int, str], ...]:
    """Return `(line, id)` of every id that is written in the page, sorted by line."""
    found = [(heading.line, heading.id) for heading in document.headings if heading.id]
    return tuple(sorted([*found, *((anchor.line, anchor.id) for anchor in document.anchors)]))


def all_ids(document: Document) -> frozenset[str]:
    """Return every id that a link can lead to.

    A heading without an id counts with the one that it gets from its text.
    """
    made = {slug(heading.text) for heading in document.headings if not heading.id}
    return frozenset({found for _, found in explicit_ids(document)} | made)


def with_id(heading: Heading, new: str) -> str:
    """Return the line of the heading with the id `new` where it had none."""
    marks = "" if heading.underlined else f"{'#' * heading.level} "
    rest = heading.attributes.removeprefix("#").strip()  # a hash that names nothing
    attributes = f"#{new} {rest}".strip()
    return f"{marks}{heading.text} {{ {attributes} }}"
