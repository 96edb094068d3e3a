"""Checks of names: objects resolve, releases exist, commands and their options are known."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import tree
from scripts.docsite.examples import SOURCES
from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location, PageKey
from scripts.docsite.names import command_lines, objects, releases
from scripts.docsite.names.command_lines import Command
from scripts.docsite.names.exceptions import FILE, Exceptions
from scripts.docsite.names.releases import Releases

OBJECT = "K001"
RELEASE = "K002"
COMMAND = "K003"
EXCEPTION = "K004"

_PYTHON = frozenset({"python", "py", "python3"})
_WORD = re.compile(r"[A-Z]\w+")


@dataclass(frozen=True)
class Known:
    """What names are compared with."""

    root: Path
    exceptions: Exceptions
    releases: Releases | None
    commands: Mapping[str, Command] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, root: Path, commands: Mapping[str, Command]) -> Known:
        """Return what the project at `root` lists; raises `DocsError` where it can't be read."""
        return cls(root, Exceptions.of(root), Releases.of(root), commands)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every capitalised word of the examples' code: names that pages speak of."""
        folder = self.root / SOURCES
        files = (folder / name for name in tree.sources(folder, ".py"))
        texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
        return frozenset(word for text in texts for word in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class _Mention:
    """Something that a page says, where, and the finding that it would be."""

    line: int
    name: str
    """What an exception would be listed for."""
    code: str
    message: str
    hint: str


def check(known: Known, document: Document, page: PageKey, path: str) -> Iterator[Finding]:
    """Yield what is wrong with the names on a page, those left out that have their exception."""
    sections = [(part.line, part.id) for part in document.sections]
    for mention in _mentions(known, document):
        section = sections[bisect_right(sections, mention.line, key=lambda s: s[0]) - 1][1]
        if not known.exceptions.has(mention.name, page, section):
            hint = mention.hint or f"mend it; where it means something else, say so in {FILE}"
            yield Finding(Location(path, mention.line), mention.code, mention.message, hint)


def check_exceptions(known: Known, pages: Mapping[PageKey, Document | None]) -> Iterator[Finding]:
    """Yield a finding for each place of an exception where no page has such a name.

    A page that can't be read, None, may have any.
    """
    for entry in known.exceptions.entries:
        for place in entry.places:
            key, _, section = place.partition("#")
            document = pages.get(PageKey(key))
            if key not in pages or (document and not _says(document, section, entry.name)):
                message = f"{entry.name!r} does not stand in {place}"
                yield Finding(entry.location, EXCEPTION, message, "mend the place, or remove it")


def _says(document: Document, section: str, name: str) -> bool:
    for part in document.sections:
        if not section or part.id == section:
            lines = document.lines[part.line - 1 : part.end_line]
            if name in "\n".join(lines):
                return True
    return False


def _mentions(known: Known, document: Document) -> Iterator[_Mention]:
    """Yield everything on a page that is a name, and one that does not exist."""
    yield from _objects(known, document)
    if known.releases is not None:
        yield from _releases(known.releases, document)
    for line, text in _command_lines(document):
        for message, hint in command_lines.faults(text, known.commands):
            yield _Mention(line, text, COMMAND, message, hint)


def _objects(known: Known, document: Document) -> Iterator[_Mention]:
    for span in document.code_spans:
        names = [name for _, name in objects.imported(span.text)]
        names += filter(None, (objects.full_name(span.text), objects.member_name(span.text)))
        yield from (
            _missing(span.line, name, span.text) for name in names if not objects.exists(name)
        )
        name = objects.class_name(span.text)
        if name and (meant := objects.misspelt(name, known.words)) and not _shown(document, name):
            message = f"FastAPI has no {name}"
            yield _Mention(span.line, span.text, OBJECT, message, f"did you mean {meant}?")
    for fence in document.fences:
        if fence.language in _PYTHON:
            for line, name in objects.imported(textwrap.dedent(fence.content)):
                if not objects.exists(name):
                    yield _missing(fence.line + line, name, name)


def _missing(line: int, name: str, text: str) -> _Mention:
    near = objects.near(name)
    hint = f"did you mean {near}?" if near else ""
    return _Mention(line, text, OBJECT, f"there is no {name}", hint)


def _shown(document: Document, name: str) -> bool:
    """Whether a code block of the page has the name: then it is the page's own."""
    return any(name in fence.content for fence in document.fences)


def _releases(known: Releases, document: Document) -> Iterator[_Mention]:
    texts = [(line, text, releases.named(text)) for line, text in document.paragraphs]
    texts += [(f.line + 1, f.content, releases.pinned(f.content)) for f in document.fences]
    for line, text, found in texts:
        for offset, release in found:
            if not known.has(release):
                near = known.near(release)
                message = f"there is no FastAPI {release} in the list of {known.taken}"
                renew = f"a newer release belongs into {releases.FILE}"
                hint = f"did you mean {near}? Or {renew}" if near else f"mend the number; {renew}"
                at = line + text.count("\n", 0, offset)
                yield _Mention(at, release, RELEASE, message, hint)


def _command_lines(document: Document) -> Iterator[tuple[int, str]]:
    for span in document.code_spans:
        if " " in span.text:
            yield span.line, " ".join(span.text.split())
    for fence in document.fences:
        yield from command_lines.of_fence(fence)
