"""MkDocs' navigation, changed in place when one of its pages was read anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page


def replace(nav: Navigation, old: Page, new: Page) -> None:
    """Put the page `new` where `old` stands."""
    new.parent, new.previous_page, new.next_page = old.parent, old.previous_page, old.next_page
    if old.previous_page is not None:
        old.previous_page.next_page = new
    if old.next_page is not None:
        old.next_page.previous_page = new
    if nav.homepage is old:
        nav.homepage = new
    nav.pages[:] = [new if page is old else page for page in nav.pages]
    siblings = old.parent.children if isinstance(old.parent, Section) else nav.items
    siblings[:] = [new if item is old else item for item in siblings]


def sections(items: Iterable[Any]) -> Iterator[Section]:
    """Yield the sections among the items and below them."""
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from sections(item.children)
