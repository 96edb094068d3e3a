"""Certain mends of what the checks find: planned without a change, then applied as a whole."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.checks import rules, text
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.docsite.markdown import scan
from scripts.docsite.markdown.ids import explicit_ids, kebab, unique, with_id
from scripts.docsite.model import Location
from scripts.docsite.tree import Page, Tree
from scripts.docsite.writing import write_all

CODES = frozenset(
    rule.code
    for rule in (
        rules.BYTE_ORDER_MARK,
        rules.HEADING_ID,
        rules.TRAILING_SPACE,
        rules.TAB,
        rules.CARRIAGE_RETURN,
        rules.FINAL_NEWLINE,
    )
)
"""The rules whose findings can be mended."""


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """One mend of one line: of several for a line, each starts from what the last one left."""

    path: str
    line: int
    code: str
    before: str
    """The line as it is, with its line end."""
    after: str
    """The line as it will be, with its line end."""

    def __str__(self) -> str:
        """Return what the mend does, in one line."""
        return f"{self.path}:{self.line}: {self.code} {self.before!r} → {self.after!r}"


def plan(tree: Tree) -> tuple[Fix, ...]:
    """Return every mend of a page below `docs/` that is certain; nothing is changed.

    Pages that can't be read are left to the checks.
    """
    found: list[Fix] = []
    for page in tree:
        try:
            found += _page(tree, page)
        except DocsError:
            continue
    return tuple(found)


def apply(root: Path, fixes: Iterable[Fix]) -> None:
    """Write the mended files below `root`, all of them or none.

    Raises `DocsError` where a line is no longer what the plan found, or a file can't be written.
    """
    changed: dict[str, bytes] = {}
    for path, group in itertools.groupby(fixes, key=lambda fix: fix.path):
        lines = _raw_lines((root / path).read_bytes().decode())
        for fix in group:
            if len(lines) < fix.line or lines[fix.line - 1] != fix.before:
                raise DocsError(
                    "the line has changed since the mend was planned",
                    at=Location(fix.path, fix.line),
                    hint="nothing was written; run `docs fix` again",
                )
            lines[fix.line - 1] = fix.after
        changed[path] = "".join(lines).encode()
    write_all(root, changed)


def told(fixes: Iterable[Fix]) -> Iterator[str]:
    """Yield what mends do in lines for people: carriage returns in one line a file."""
    count: Counter[str] = Counter()
    total = 0
    for fix in fixes:
        total += 1
        if fix.code == rules.CARRIAGE_RETURN.code:
            count[fix.path] += 1
        else:
            yield str(fix)
    for path, lines in count.items():
        told = f"line ends mended in {lines} line{'s' * (lines != 1)}"
        yield f"{path}: {rules.CARRIAGE_RETURN.code} {told}"
    yield f"{total} mend{'s' * (total != 1)}" if total else "nothing to mend"


def _page(tree: Tree, page: Page) -> Iterator[Fix]:
    """Yield the mends of a page, line by line."""
    document = page.document
    headings = dict(_headings(tree, page))
    tabs = set(text.tabs(document))
    blanks = {number for number, _ in text.trailing_blanks(document)}
    raw = (tree.root / page.path).read_bytes().decode()
    for number, line in enumerate(_raw_lines(raw), 1):
        content = line.rstrip("\r\n")
        end = line.removeprefix(content)
        steps = [(rules.BYTE_ORDER_MARK, content := content.removeprefix("\ufeff"), end)]
        if number in headings:
            steps.append((rules.HEADING_ID, content := headings[number], end))
        if number in tabs:
            steps.append((rules.TAB, content := content.expandtabs(4), end))
        if number in blanks:
            steps.append((rules.TRAILING_SPACE, content := content.rstrip(" \t"), end))
        if "\r" in end:
            steps.append((rules.CARRIAGE_RETURN, content, end := "\n"))
        if content and not end:
            steps.append((rules.FINAL_NEWLINE, content, "\n"))
        before = line
        for rule, mended, line_end in steps:
            after = f"{mended}{line_end}"
            if after != before:
                yield Fix(page.path, number, rule.code, before, after)
            before = after


def _raw_lines(raw: str) -> list[str]:
    """Return the lines with their line ends, which are all that Markdown knows."""
    return list(io.StringIO(raw, newline=""))


def _headings(tree: Tree, page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line of each heading without an id, and what it should be."""
    document = page.document
    for heading, found in zip(document.headings, _ids(tree, page), strict=True):
        if heading.id is None and found is not None:
            line = with_id(heading, found)
            below = document.lines[heading.line] if heading.underlined else ""
            # Braces in a heading's text can hinder the renderer from seeing the id behind them.
            (read,) = scan(f"{line}\n{below}").headings
            if (read.id, read.text) == (found, heading.text):
                yield heading.line, line


def _ids(tree: Tree, page: Page) -> list[str | None]:
    """Return the id of each heading: its own, or the one it should get; None where unknown.

    In English it is made from the text. A translation takes it from the heading at the same
    place in English, where both pages have the same headings.
    """
    headings = page.document.headings
    taken = {found for _, found in explicit_ids(page.document)}
    found: list[str | None] = []
    for heading, wanted in zip(headings, _wanted(tree, page), strict=True):
        if heading.id is not None:
            found.append(heading.id)
            continue
        if wanted is not None and page.language == SOURCE:
            wanted = unique(wanted, taken)
        elif wanted in taken:
            wanted = None
        if wanted is not None:
            taken.add(wanted)
        found.append(wanted)
    return found


def _wanted(tree: Tree, page: Page) -> list[str | None]:
    headings = page.document.headings
    if page.language == SOURCE:
        return [kebab(heading.text) for heading in headings]
    english = tree.page(SOURCE, page.key)
    try:
        if english is not None:
            levels = [heading.level for heading in english.document.headings]
            if levels == [heading.level for heading in headings]:
                return _ids(tree, english)
    except DocsError:
        pass  # The checks tell what is wrong with the English page.
    return [None] * len(headings)
