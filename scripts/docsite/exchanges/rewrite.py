"""Puts real outputs into pages, in every language: planned first, then written at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import markdown, tree, writing
from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import execute, faults, grouping, notation
from scripts.docsite.exchanges.elements import Block, HttpBlock
from scripts.docsite.exchanges.grouping import Group
from scripts.docsite.exchanges.outcome import Outcome
from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location
from scripts.docsite.tree import Page


@dataclass(frozen=True, slots=True)
class Change:
    """A page whose shown outputs are not the real ones."""

    path: str
    old: str
    new: str

    @property
    def diff(self) -> str:
        """What would change, as a unified diff."""
        return "".join(
            difflib.unified_diff(
                self.old.splitlines(keepends=True),
                self.new.splitlines(keepends=True),
                self.path,
                self.path,
            )
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and what no rewriting can mend."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands, the same in every language: section, binding, and its number there."""

    section: str
    binding: tuple[str, ...]
    number: int


def plan(root: Path, pages: Sequence[str] = ()) -> Plan:
    """Return what must change so that every output shown in the pages is the real one.

    `pages` are keys such as `tutorial/path-params.md`; none means all. Each is planned in English
    and in every language that has it. Nothing is written. Raises `DocsError` for an unknown page.
    """
    whole = tree.load(root)
    changes: list[Change] = []
    findings: list[Finding] = []
    for key in whole.keys(pages):
        english = whole.source_pages[key]
        mended, told = _page(root, english, {})
        findings += told
        changes += _changed(english, mended)
        for language in whole.translations(key):
            page = whole.page(language.code, key)
            if page is not None and not language.is_source:
                translated, told = _page(root, page, mended)
                findings += told
                changes += _changed(page, translated)
    return Plan(tuple(changes), tuple(findings))


def apply(root: Path, planned: Plan) -> None:
    """Write the changes of a plan: all of them, or none.

    Raises `DocsError` where a page was changed since, or can't be written.
    """
    for change in planned.changes:
        if tree.read_text(root, change.path) != change.old:
            raise DocsError(
                "the page was changed while its examples ran",
                at=Location(change.path),
                hint="run the command again",
            )
    writing.write_all(root, {change.path: change.new.encode() for change in planned.changes})


Mended = Mapping[Place, tuple[str, str]]
"""By place: what an English block shows, and what it has to show."""


def _page(root: Path, page: Page, english: Mended) -> tuple[Mended, list[Finding]]:
    """Run a page's blocks; return what each shows and has to show, and what can't be mended."""
    try:
        blocks = notation.blocks(page.document, page.path)
        groups = grouping.groups(blocks)
    except DocsError as error:
        at = error.location or Location(page.path)
        return {}, [Finding(at, faults.UNREADABLE, error.message, error.hint)]
    places = _places(page.document, blocks)
    mended: dict[Place, tuple[str, str]] = {}
    findings: list[Finding] = []
    for group in groups:
        known = [english.get(places[block]) for block in group]
        if all(
            found and found[0] == b.fence.content for found, b in zip(known, group, strict=True)
        ):
            mended |= {places[b]: found for b, found in zip(group, known, strict=True) if found}
            continue
        for outcome, found in zip(_run(root, group), known, strict=True):
            shown, real = outcome.block.fence.content, outcome.content
            if outcome.edits and found:
                real = found[1]  # what English shows is the form for every language
            mended[places[outcome.block]] = (shown, real)
            findings += [told for told in outcome.findings if told.code != faults.UNTRUE]
    return mended, findings


def _run(root: Path, group: Group) -> tuple[Outcome, ...]:
    try:
        return execute.run(root, group)
    except DocsError as error:
        at = error.location or group[0].location
        told = Finding(at, faults.NO_EXAMPLE, error.message, error.hint)
        return tuple(Outcome(block, (), (told,) * (block is group[0])) for block in group)


def _places(document: Document, blocks: Sequence[Block]) -> dict[Block, Place]:
    found: dict[Block, Place] = {}
    counts: dict[tuple[str, tuple[str, ...]], int] = {}
    for block in blocks:
        section = next(
            part.id for part in document.sections if part.line <= block.line <= part.end_line
        )
        binding = _binding(block)
        number = counts.get((section, binding), 0)
        counts[section, binding] = number + 1
        found[block] = Place(section, binding, number)
    return found


def _binding(block: Block) -> tuple[str, ...]:
    """Return what a block is bound to, with its requests: the same in every language."""
    bound = (block.fence.language, *(f"{k}={v}" for k, v in block.fence.options.items()))
    if not isinstance(block, HttpBlock):
        return bound
    requests = [turn.request for turn in block.turns]
    return (
        *bound,
        *(
            f"{r.method} {r.target} {[(h.name, h.value) for h in r.headers]} {r.body}"
            for r in requests
        ),
    )


def _changed(page: Page, mended: Mended) -> list[Change]:
    if all(shown == real for shown, real in mended.values()):
        return []
    lines = page.text.split("\n")
    document = markdown.scan(page.text, page.path)
    blocks = notation.blocks(document, page.path)
    places = _places(document, blocks)
    for block in reversed(blocks):
        shown, real = mended[places[block]]
        if shown != real:
            new = [f"{block.fence.indent}{line}".rstrip() for line in real.splitlines()]
            lines[block.fence.line : block.fence.end_line - 1] = new
    return [Change(page.path, page.text, "\n".join(lines))]
