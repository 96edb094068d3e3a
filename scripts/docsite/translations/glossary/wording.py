"""The words of a section: all that is translated, with its lines, without code and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.docsite.markdown import Document
from scripts.docsite.markdown.inline import may_have_links, retargeted, without_code
from scripts.docsite.translations.digests import TRANSLATED_KEYS

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s\])>]+")


def texts(document: Document) -> Iterator[tuple[int, str]]:
    """Yield `(line, text)` of everything in a document that is translated, as it is written."""
    yield from document.paragraphs
    yield from beside(document)


def joined(document: Document) -> str:
    """Return the texts of a document as one, in the same order."""
    return "\n".join([document.wording, *(text for _, text in beside(document))])


def beside(document: Document) -> Iterator[tuple[int, str]]:
    """Yield what is translated beside the paragraphs."""
    yield from ((block.line, block.title) for block in document.blocks if block.title)
    for comment in document.comments:
        yield comment.line, comment.options.get("alt", "")
    data = document.front_matter.data
    keys = (key for key in TRANSLATED_KEYS if key in data)
    yield from ((document.setting_line(key), str(data[key])) for key in keys)


def plain_texts(document: Document) -> list[tuple[int, str]]:
    """Return the texts of a document without inline code and the targets of links."""
    return [(line, _plain(text)) for line, text in texts(document)]


def _plain(text: str) -> str:
    if "`" not in text and not may_have_links(text):
        return text
    return retargeted(without_code(text), lambda target: "")


def words(document: Document) -> list[tuple[int, str]]:
    """Return the texts of a document without inline code, emphasis, targets of links, addresses."""
    return [
        (line, _ADDRESS.sub(" ", text) if "://" in text else text)
        for line, text in ((line, text.replace("*", "")) for line, text in plain_texts(document))
    ]
