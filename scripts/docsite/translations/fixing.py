"""Fixing translated pages: what breaks a rule and is certain to be as English has it is mended.

Code, includes, ids, links and options are taken over; prose is never touched. Only sections that
claim to be as English is now are looked at: `propagate` is for those that English has changed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import mending, relinking, rules
from scripts.docsite.translations.checking import misnamed
from scripts.docsite.translations.mending import Mend
from scripts.docsite.translations.remedies import is_settled
from scripts.docsite.translations.states import Translation, Workbench
from scripts.docsite.writing import write_all


@dataclass(frozen=True)
class Fix:
    """A page as it will be, and what is mended in it."""

    path: str
    before: str
    text: str
    mends: tuple[Mend, ...]


def plan(bench: Workbench, pages: Iterable[Translation]) -> tuple[Fix, ...]:
    """Return the mends of those pages that have any; nothing is changed."""
    return tuple(fix for page in pages if (fix := _plan(bench, page)).mends)


def plan_readable(bench: Workbench) -> tuple[Fix, ...]:
    """Return the mends of all pages; those that can't be read are left to the checks."""
    found: list[Fix] = []
    for code in bench.tree.languages.codes:
        for key in bench.tree.pages[code]:
            with contextlib.suppress(DocsError):
                page = bench.translation(code, key)
                found += plan(bench, [page] if page else [])
    return tuple(found)


def apply(root: Path, fixes: Iterable[Fix]) -> None:
    """Write the mended pages, all of them or none."""
    write_all(root, {fix.path: fix.text.encode() for fix in fixes})


def told(fixes: Iterable[Fix]) -> Iterator[str]:
    """Yield what mends do, in lines for people."""
    count = 0
    for fix in fixes:
        for mend in fix.mends:
            count += 1
            yield f"{fix.path}:{mend.line}: {mend.rule.code} {mend.message}"
    told = f"{count} mend{'s' * (count != 1)}" if count else "nothing to mend"
    yield f"{told} in translations"


def _plan(bench: Workbench, page: Translation) -> Fix:
    """Mend the ids, then the sections that have them, then their links, whose lines have moved."""
    done: list[Mend] = []
    now = page
    for step in (_ids, _structure, _links):
        if found := [*step(now)]:
            done += found
            now = scanned(bench, now, mending.applied(now.document.lines, found))
    return Fix(page.path, page.document.text, now.document.text, tuple(done))


def scanned(bench: Workbench, page: Translation, text: str) -> Translation:
    """Return the page with another text."""
    key = PageKey(page.english.key)
    return bench.beside(page.language, key, markdown.scan(text, page.path))


def _ids(page: Translation) -> Iterator[Mend]:
    """Yield the headings whose ids are others than in English, in a page of the same headings."""
    for english, ours in misnamed(page):
        line = mending.heading_line(english, ours)
        end = ours.line + ours.underlined
        yield Mend(rules.HEADINGS, ours.line, end, (line,), f"the heading is now `{line}`")


def _structure(page: Translation) -> Iterator[Mend]:
    for id_ in _settled(page):
        english = page.english.sections[id_]
        yield from mending.mends(english, page.sections[id_], before=english)


def _links(page: Translation) -> Iterator[Mend]:
    for id_ in _settled(page):
        english = page.english.sections[id_]
        yield from relinking.mends(english, page.sections[id_], before=english)


def _settled(page: Translation) -> Iterator[str]:
    return (id_ for id_ in page.states if is_settled(page, id_))
