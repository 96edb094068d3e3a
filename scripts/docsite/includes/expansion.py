"""Layer three: a page with its includes replaced by what they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from scripts.docsite.includes import excerpt, files, rendering, selection, syntaxes
from scripts.docsite.includes.mdx import Reader
from scripts.docsite.includes.selection import Selection
from scripts.docsite.markdown import Document, Include, include_marks, scan
from scripts.docsite.markdown.inline import without_code
from scripts.docsite.model import Finding, Location


@dataclass(frozen=True, slots=True)
class Expansion:
    """A page as it is rendered, the files it was made from, and what is odd about it."""

    markdown: str
    depends_on: tuple[str, ...] = ()
    """The paths from the root of all files that were read, `/`-separated, each once."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    """A page whose includes are looked at."""

    root: Path
    path: str
    language_folder: Path
    document: Document
    source: str = ""
    """What stands in the page's file, where the document is not simply the end of it."""

    def at(self, line: int) -> Location:
        if self.source:
            wanted, lines = self.document.lines[line - 1], self.source.split("\n")
            places = [n for n, found in enumerate(lines, 1) if found == wanted]
            before = self.document.lines[: line - 1].count(wanted)
            line = places[min(before, len(places) - 1)] if places else 1
        return Location(self.path, line)

    def around(self, include: Include, labels: Mapping[str, str]) -> rendering.Surroundings:
        open_markers = tuple(
            block.marker
            for block in self.document.blocks
            if block.line < include.line < block.end_line
        )
        return rendering.Surroundings(labels, include.indent, open_markers)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that an include names, or its sibling in the other form."""

    path: str
    lines: list[str]


def expand(
    text: str,
    *,
    root: Path,
    page: str,
    language_folder: Path,
    labels: Mapping[str, str],
    source: str = "",
) -> Expansion:
    """Return the page `text` with each `{* path … *}` replaced by the file it names.

    `page` is the page's path in messages. `language_folder` is the folder that paths start
    from, `labels` the words of the site in the page's language. `source` is what stands in the
    page's file, so that messages name the line there, where the text is another: the front
    matter taken off, or something filled in. Raises `DocsError` for the first include that
    can't be shown.
    """
    if not _may_include(text):
        return Expansion(text)
    first_line, source = _place(text, source)
    document = scan("\n" * (first_line - 1) + text, page)
    this = _Page(root, page, language_folder, document, source)
    for line in _stray_lines(this.document):
        raise _stray(this.at(line))
    replaced: dict[int, list[str]] = {}
    read: list[str] = []
    findings: list[Finding] = []
    for include in this.document.includes:
        if include.style == "bang":
            read += _read_by_mdx_include(this, include)
        else:
            chosen, files_shown = _chosen(this, include)
            read += [file.path for file in files_shown]
            findings += _blank_ends(chosen, files_shown, this.at(include.line))
            around = this.around(include, labels)
            shown = rendering.render(_forms(chosen, files_shown), chosen.title, around)
            replaced[include.line] = _set_off(shown, document.lines, include.line)
    if replaced:
        rows = enumerate(document.lines, 1)
        whole = [row for number, line in rows for row in replaced.get(number, [line])]
        text = "\n".join(whole[first_line - 1 :])
    return Expansion(text, tuple(dict.fromkeys(read)), tuple(sorted(findings)))


def check(text: str, *, root: Path, page: str, language_folder: Path) -> tuple[Finding, ...]:
    """Return a finding for every include of the page that can't be shown, or is odd.

    `text` is the whole page with its front matter. Raises `DocsError` where the page itself
    can't be scanned.
    """
    if not _may_include(text):
        return ()
    this = _Page(root, page, language_folder, scan(text, page))
    stray = [Location(page, line) for line in _stray_lines(this.document)]
    findings = [_finding(_stray(at), at) for at in stray]
    for include in this.document.includes:
        try:
            if include.style == "bang":
                _read_by_mdx_include(this, include)
            else:
                chosen, sources = _chosen(this, include)
                findings += _blank_ends(chosen, sources, this.at(include.line))
        except DocsError as error:
            findings.append(_finding(error, this.at(include.line)))
    return tuple(sorted(findings))


def _may_include(text: str) -> bool:
    return "{*" in text or "{!" in text


def _place(text: str, source: str) -> tuple[int, str]:
    """Return the line of `source` where `text` starts, if it is its end; else 1 and `source`."""
    if source.endswith(text):
        return source.count("\n", 0, len(source) - len(text)) + 1, ""
    return 1, source


def _finding(error: DocsError, at: Location) -> Finding:
    return Finding(error.location or at, "I001", error.message, error.hint)


def _stray_lines(document: Document) -> list[int]:
    is_stray = include_marks.is_stray
    return [line for line, text in document.prose if is_stray(without_code(text))]


def _stray(at: Location) -> DocsError:
    return DocsError(
        "the include does not stand alone on its line, or is not complete",
        at=at,
        hint="write nothing else on the line: {* ../../docs_src/topic/tutorial001.py hl[3] *}",
    )


def _read_by_mdx_include(page: _Page, include: Include) -> tuple[str, ...]:
    reader = Reader(page.root, page.language_folder, (page.path,))
    return reader.dependencies(include, page.at(include.line))


def _chosen(page: _Page, include: Include) -> tuple[Selection, tuple[_Source, ...]]:
    """Return what an include selects, and the file it names before its sibling, if any."""
    at = page.at(include.line)
    chosen = selection.parse(include.options, at)
    named = files.locate(page.root, page.language_folder, include.path, at)
    siblings = [path for path in examples.forms(page.root, named) if path != named]
    sources = tuple(
        _Source(path, files.read(page.root, path, at).removesuffix("\n").split("\n"))
        for path in (named, *siblings)
    )
    _check_ranges(chosen, sources[0], at)
    return chosen, sources


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _check_ranges(chosen: Selection, source: _Source, at: Location) -> None:
    count = len(source.lines)
    for name, found in (("ln", chosen.shown), ("hl", chosen.highlighted)):
        for part in found:
            if part.last > count:
                raise DocsError(
                    f"{name}[{part}] lies outside the file: {source.path} has {_lines(count)}",
                    at=at,
                    hint=f"end it at {count} or before",
                )
    hidden = selection.numbers(chosen.highlighted) - selection.numbers(chosen.shown)
    if chosen.shown and hidden:
        raise DocsError(
            f"hl[{selection.ranges(hidden)[0]}] is not among the lines that ln[…] shows",
            at=at,
            hint="show these lines as well, or highlight others",
        )


def _blank_ends(chosen: Selection, sources: tuple[_Source, ...], at: Location) -> list[Finding]:
    lines = sources[0].lines
    return [
        Finding(
            at,
            "I002",
            f"{name}[{part}] starts or ends with a blank line of {sources[0].path}",
            "has the file changed? Move the range to the lines that are meant",
        )
        for name, found in (("ln", chosen.shown), ("hl", chosen.highlighted))
        for part in found
        if not (lines[part.first - 1].strip() and lines[part.last - 1].strip())
    ]


def _forms(chosen: Selection, sources: tuple[_Source, ...]) -> list[rendering.Form]:
    """Return what is shown of each form, the Annotated one first; one where both are the same."""
    named = sources[0]
    if len(sources) == 1 or named.lines == sources[1].lines:
        return [_form(chosen, named, named)]
    forms = [_form(chosen, named, source) for source in sources]
    return forms if examples.is_annotated(named.path) else forms[::-1]


def _form(chosen: Selection, named: _Source, source: _Source) -> rendering.Form:
    every = set(range(1, len(source.lines) + 1))
    highlighted = selection.numbers(chosen.highlighted)
    shown = selection.numbers(chosen.shown) or every
    if source is not named:
        highlighted = excerpt.corresponding(highlighted, named.lines, source.lines)
        if chosen.shown:
            shown = excerpt.corresponding_parts(chosen.shown, named.lines, source.lines)
    return rendering.Form(
        excerpt.cut(source.lines, shown, highlighted),
        excerpt.cut(source.lines, every, highlighted),
        syntaxes.of(source.path),
    )


def _set_off(shown: list[str], lines: list[str], number: int) -> list[str]:
    """Return the lines that replace line `number`, with a blank one to what stands beside it."""
    above = [""] if number > 1 and lines[number - 2].strip() else []
    below = [""] if number < len(lines) and lines[number].strip() else []
    return [*above, *shown, *below]
