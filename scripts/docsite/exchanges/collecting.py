"""Which blocks of all pages are to be run, each once: what the truth tests are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import notation
from scripts.docsite.exchanges.elements import Block
from scripts.docsite.exchanges.grouping import Group, groups
from scripts.docsite.model import Location
from scripts.docsite.tree import Page, Tree

Shown = frozenset[tuple[tuple[str, str], ...]]
"""What groups of blocks show: the info string and the content of each block."""


@dataclass(frozen=True, slots=True)
class Case:
    """A block to run, with the group that runs with it; or a page that can't be read."""

    location: Location
    group: Group = ()
    index: int = 0
    """The block's place in the group."""
    error: DocsError | None = None

    def __str__(self) -> str:
        """Return `path:line`, the name of the test."""
        return str(self.location)


def collect(tree: Tree) -> tuple[Case, ...]:
    """Return the blocks of all pages in the order of pages and lines.

    A translation's blocks are left out where English shows the same: they were run there.
    """
    found: list[Case] = []
    for key, english in tree.source_pages.items():
        found += _cases(english, frozenset())
        for language in tree.translations(key):
            page = tree.page(language.code, key)
            if page is not None and not language.is_source:
                found += _cases(page, _shown(english))
    return tuple(found)


def _cases(page: Page, known: Shown) -> Iterator[Case]:
    try:
        groups = _groups(page)
    except DocsError as error:
        yield Case(error.location or Location(page.path), error=error)
        return
    cases = [
        Case(block.location, group, index)
        for group in groups
        if _content(group) not in known
        for index, block in enumerate(group)
    ]
    yield from sorted(cases, key=lambda case: case.location.line)


def _groups(page: Page) -> tuple[Group, ...]:
    return groups(notation.blocks(page.document, page.path))


def _shown(page: Page) -> Shown:
    """Return what the groups of an English page show; nothing where it can't be read."""
    try:
        return frozenset(_content(group) for group in _groups(page))
    except DocsError:
        return frozenset()


def _content(group: tuple[Block, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((block.fence.info, block.fence.content) for block in group)
