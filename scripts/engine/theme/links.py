"""Links from pages, each worked out once for all pages from where it is the same.

From pages of one folder, an address that lies elsewhere is reached by the same way. Only where it
may lie below the page itself does the page count.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page is."""

    name: str
    """The last part of its address: what is below the page has it in its own."""
    links: dict[str, str]
    """The links from pages in the same folder, by what they lead to."""


@dataclass(frozen=True)
class Links:
    """The links between the pages of one language, known so far."""

    _places: dict[str, _Place] = field(default_factory=dict)
    """By the addresses of pages."""
    _folders: dict[tuple[str, bool], dict[str, str]] = field(default_factory=dict)

    def link(self, address: str, page: Page) -> str:
        """Return the link from the page to an address, as MkDocs gives it."""
        url = page.url
        place = self._places.get(url) or self._place(url)
        if place.name and place.name in address:
            return normalize_url(address, page)
        if address not in place.links:
            place.links[address] = normalize_url(address, page)
        return place.links[address]

    def _place(self, url: str) -> _Place:
        before, _, last = url.rpartition("/")
        start = before if "." in last else url  # a page that is a file stands in its folder
        folder, _, name = posixpath.normpath(f"/{start}").strip("/").rpartition("/")
        links = self._folders.setdefault((folder, bool(name)), {})
        self._places[url] = _Place(name, links)
        return self._places[url]
