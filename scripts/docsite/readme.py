"""The introduction of README.md, which is a part of the English home page in plain Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from scripts.docsite import addresses, configuration
from scripts.docsite.errors import DocsError
from scripts.docsite.includes import files, selection, syntaxes
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Block, Document, Fence, Heading, Include, Prose, inline, scan
from scripts.docsite.model import Finding, Location, PageKey
from scripts.docsite.tree import read_text
from scripts.docsite.writing import write_all

FILE = "README.md"
HOME = f"{DOCS}/{SOURCE}/index.md"
CODE = "N004"
PARALLEL = ("tab", "details")
"""The kinds of blocks that read well without a frame; the others become quotes."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def lines(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.last + 1)


def generate(root: Path) -> bool:
    """Write the introduction into README.md; return whether that changed it.

    Raises `DocsError` where the home page or README.md can't be read, or has not its marks.
    """
    before = read_text(root, FILE)
    after = _with_introduction(before, introduction(root))
    if before != after:
        write_all(root, {FILE: after.encode()})
    return before != after


def verify(root: Path) -> tuple[Finding, ...]:
    """Return a finding where the introduction of README.md is not that of the home page.

    Raises `DocsError` as `generate` does.
    """
    text = read_text(root, FILE)
    if _with_introduction(text, introduction(root)) == text:
        return ()
    first = _marked(scan(text, FILE), FILE, "introduction").first
    message = f"the introduction is not that of {HOME}"
    return (Finding(Location(FILE, first), CODE, message, "run `docs generate-readme`"),)


def _with_introduction(text: str, made: str) -> str:
    span = _marked(scan(text, FILE), FILE, "introduction")
    lines = text.split("\n")
    return "\n".join([*lines[: span.first - 1], "", made, "", *lines[span.last :]])


def introduction(root: Path) -> str:
    """Return the introduction: the home page's marked part, or what follows its title.

    The part is marked by the comments `readme start` and `readme end`. Examples stand in it as
    plain code, blocks without their marks, and links lead to the site or into the repository.
    """
    document = scan(read_text(root, HOME), HOME)
    return _Introduction(root, document, configuration.load(root).site_url).render()


def _marked(document: Document, path: str, name: str) -> _Span:
    """Return the lines between the comments `name start` and `name end`."""
    marks = {comment.text: comment for comment in document.comments}
    try:
        start, end = marks[f"{name} start"], marks[f"{name} end"]
    except KeyError as error:
        raise DocsError(
            f"there is no comment {error.args[0]!r}",
            at=Location(path),
            hint=f"write <!-- {name} start --> and <!-- {name} end --> on lines of their own",
        ) from error
    return _Span(start.end_line + 1, end.line - 1)


@dataclass(frozen=True, slots=True)
class _Introduction:
    """The home page on its way into the README."""

    root: Path
    document: Document
    site_url: str

    def render(self) -> str:
        """Return the part of the page that is the introduction, as plain Markdown."""
        shown = self._shown()
        rows: list[str] = []
        for line in self._span().lines:
            for row in shown.get(line, []):
                quoted = f"{self._quote(line)}{row}".rstrip()
                # Where a mark or a comment was taken out, its blank lines would pile up.
                if quoted.strip("> ") or len(shown[line]) > 1 or (rows and rows[-1] != quoted):
                    rows.append(quoted)
        return "\n".join(rows).strip()

    def _span(self) -> _Span:
        """Return the marked lines, or those from the title to the second heading."""
        if any(comment.text.startswith("readme ") for comment in self.document.comments):
            return _marked(self.document, HOME, "readme")
        sections = self.document.sections
        if len(sections) < 2:
            hint = "start the page with a title, or mark a part with <!-- readme start -->"
            raise DocsError("the page has no title", at=Location(HOME), hint=hint)
        return _Span(sections[1].line + 1, sections[1].end_line)

    def _shown(self) -> dict[int, list[str]]:
        """Return what stands in the README for each line; nothing for marks and comments."""
        shown: dict[int, list[str]] = {}
        for element in self.document.elements:
            line = element.line
            if isinstance(element, Heading):
                text = inline.retargeted(element.text, self._target)
                shown[line] = [f"{'#' * element.level} {text}"]
            elif isinstance(element, Fence):
                shown[line] = _fenced(element.language, element.content, element.indent)
            elif isinstance(element, Block):
                shown[line] = [f"**{element.title or element.kind.capitalize()}**", ""]
            elif isinstance(element, Include):
                shown[line] = self._included(element)
        for first, text in self._texts():
            found = inline.retargeted(text, self._target).split("\n")
            shown |= {number: [row] for number, row in enumerate(found, first)}
        return shown

    def _texts(self) -> Iterator[tuple[int, str]]:
        """Yield the runs of prose, blank lines included, with their first lines."""
        prose = [element for element in self.document.elements if isinstance(element, Prose)]
        for _, run in groupby(enumerate(prose), key=lambda pair: pair[1].line - pair[0]):
            found = [element for _, element in run]
            yield found[0].line, "\n".join(element.text for element in found)

    def _quote(self, line: int) -> str:
        around = (block for block in self.document.blocks if block.kind not in PARALLEL)
        return "> " * sum(block.line <= line < block.end_line for block in around)

    def _included(self, include: Include) -> list[str]:
        at = Location(HOME, include.line)
        if include.style != "star":
            raise DocsError(
                "the README can't show an include of this form",
                at=at,
                hint="write it as {* ../../docs_src/… *}, or end the part above it",
            )
        path = files.locate(self.root, self.root / DOCS / SOURCE, include.path, at)
        lines = files.read(self.root, path, at).removesuffix("\n").split("\n")
        numbers = selection.numbers(selection.parse(include.options, at).shown)
        chosen = [row for n, row in enumerate(lines, 1) if not numbers or n in numbers]
        return _fenced(syntaxes.of(path).language, "\n".join([*chosen, ""]), include.indent)

    def _target(self, target: str) -> str:
        """Return where a link of the home page leads from the README."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or target.startswith("/"):
            return target
        path = posixpath.normpath(parts.path) if parts.path else "index.md"
        if not path.endswith(".md"):
            return posixpath.normpath(posixpath.join(DOCS, SOURCE, path))
        url = addresses.page_url(PageKey(path), directory_urls=True)
        return f"{self.site_url}{url}{addresses.fragment(parts.fragment)}"


def _fenced(language: str, content: str, indent: str) -> list[str]:
    marker = "```"
    while marker in content:
        marker += "`"
    rows = [f"{marker}{language}", *content.removesuffix("\n").split("\n"), marker]
    return [f"{indent}{row}" if row else "" for row in rows]
