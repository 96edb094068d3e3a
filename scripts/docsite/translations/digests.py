"""Digests: short hashes of what a section says, and of its code, that wrapping does not change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.includes import files, selection
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Comment, Fence, Include
from scripts.docsite.markdown.info import info_options
from scripts.docsite.markdown.inline import retargeted
from scripts.docsite.markdown.shapes import attributes, lists, tables
from scripts.docsite.model import Location
from scripts.docsite.translations.sections import OF_THE_TOOLS, Section

TRANSLATED_KEYS = ("title", "description")
"""The keys of the front matter whose values are translated."""
_JSON = json.JSONEncoder(ensure_ascii=False)
_LENGTH = 10
_BLOB_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Digests:
    """The hashes of a section's normalised prose and of its code."""

    prose: str
    code: str


@dataclass(frozen=True)
class Reader:
    """Reads the files that English sections include, each once."""

    root: Path
    _texts: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def digests(self, section: Section) -> Digests:
        """Return the hashes of an English section."""
        return Digests(prose_digest(section), _hash([*self._code(section)]))

    def _code(self, section: Section) -> Iterator[list[Any]]:
        content = section.content
        if section.heading:
            yield ["heading", section.heading.level, section.heading.attributes]
        for key, value in content.front_matter.data.items():
            if key not in TRANSLATED_KEYS and key not in OF_THE_TOOLS:
                yield ["key", key, repr(value)]
        for piece in content.pieces:
            if isinstance(piece, Include):
                yield ["include", piece.source, self._included(piece)]
            elif isinstance(piece, Fence):
                yield ["fence", piece.info, "" if is_drawn(piece) else piece.content]
            elif isinstance(piece, Comment) and is_directive(piece):
                yield ["comment", without_alternative(piece)]
        yield ["blocks", *([block.kind, block.depth] for block in content.blocks)]
        yield ["objects", *(doc.identifier for doc in content.auto_docs)]
        yield ["links", *(link.target for link in content.links)]
        yield ["attributes", *(a for _, text in content.paragraphs for a in attributes(text))]
        yield ["lists", *(shape for _, shape in lists(content.runs))]
        yield ["tables", *(shape for _, shape in tables(content.paragraphs))]

    def file_hash(self, written: str) -> str:
        """Return the hash of the file that an include names; empty where it can't be read."""
        try:
            return blob_id(self._text(written, Location("")))
        except DocsError:
            return ""

    def _text(self, written: str, at: Location) -> str:
        if written not in self._texts:
            path = files.locate(self.root, self.root / DOCS / SOURCE, written, at)
            self._texts[written] = files.read(self.root, path, at)
        return self._texts[written]

    def _included(self, include: Include) -> list[str]:
        """Return the lines that an include shows, and those it highlights; none where it can't.

        What is wrong with an include is told by the checks of the page.
        """
        at = Location("", include.line)
        try:
            lines = self._text(include.path, at).removesuffix("\n").split("\n")
            if include.style == "bang":
                return lines
            chosen = selection.parse(include.options, at)
        except DocsError:
            return []
        numbers = selection.numbers(chosen.shown) or range(1, len(lines) + 1)
        shown = [lines[n - 1].rstrip() for n in sorted(numbers) if n <= len(lines)]
        marked = sorted(selection.numbers(chosen.highlighted))
        return [*shown, "", *(lines[n - 1].strip() for n in marked if n <= len(lines))]


def prose_digest(section: Section) -> str:
    """Return the hash of what a section says, in whatever language it is written."""
    return _hash([*_prose(section)])


def has_prose(section: Section) -> bool:
    """Whether there is anything to translate in a section."""
    return any(_prose(section))


def _prose(section: Section) -> Iterator[str]:
    content = section.content
    for key in TRANSLATED_KEYS:
        yield _normal(str(content.front_matter.data.get(key, "")))
    for _, text in content.paragraphs:
        yield _normal(retargeted(text, lambda target: ""))
    for block in content.blocks:
        yield _normal(block.title or "")
    for comment in content.comments:
        yield _normal(info_options(comment.text).get("alt", ""))
    for fence in content.fences:
        if is_drawn(fence):
            yield _normal(fence.content)


def is_drawn(fence: Fence) -> bool:
    """Whether a fence is a diagram, whose words are translated like prose."""
    return fence.language == "mermaid"


def is_directive(comment: Comment) -> bool:
    """Whether a comment has options, and so stands for something that readers get to see."""
    return bool(info_options(comment.text))


def without_alternative(comment: Comment) -> str:
    """Return a comment without its alternative text, which is translated, on one line."""
    alternative = info_options(comment.text).get("alt")
    plain = comment.text.replace(f'"{alternative}"', '""') if alternative else comment.text
    return _normal(plain)


def blob_id(text: str) -> str:
    """Return the start of the id that git gives to a file with this text: as much as it needs."""
    raw = text.encode()
    found = hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False)
    return found.hexdigest()[:_BLOB_LENGTH]


def _normal(text: str) -> str:
    return " ".join(text.split())


def _hash(parts: list[Any]) -> str:
    return hashlib.sha256(_JSON.encode(parts).encode()).hexdigest()[:_LENGTH]
