"""The entries of the search index made once for each page: they cost as much as its HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.pages import Page

from scripts.engine.population import NotKnownError
from scripts.engine.store import Store, digest

PATH = "search/search_index.json"
"""Where the index lies below a language's home."""


@dataclass
class SearchEntries:
    """The search entries known to a store, in one language.

    They are looked up only when the index is put together, and it need not be where it would be
    the same as the last one, `kept`.
    """

    store: Store
    fingerprint: bytes
    parts: Callable[[Page], Iterable[str | bytes]]
    """What the entries of a page are made from."""
    kept: bytes | None = None
    _keys: list[bytes] = field(default_factory=list)
    """The keys of the entries of each page, in the order of the index."""

    def attach(self, index: Any) -> None:
        """Let the search plugin's index take the entries of its pages from here."""
        make, generate = index.add_entry_from_context, index.generate_search_index

        def add(page: Page) -> None:
            if not self.add_known(page):
                before = len(index.entries)
                make(page)
                key = self._key(page)
                self.store.put(key, json.dumps(index.entries[before:]).encode(), kind="search")
                self._keys.append(key)
                del index.entries[before:]

        def generate_search_index(prev: Any) -> str:
            if self.kept is not None:
                return self.kept.decode()
            for key in self._keys:
                if (kept := self.store.get(key)) is None:
                    raise NotKnownError("the entries of the search index")
                index.entries.extend(json.loads(kept))
            return str(generate(prev))

        index.add_entry_from_context = add
        index.generate_search_index = generate_search_index

    def add_known(self, page: Page) -> bool:
        """Add the entries of a page to the index if they are known; return whether they are."""
        key = self._key(page)
        if key not in self.store:
            return False
        self._keys.append(key)
        return True

    def made_from(self) -> bytes:
        """Return the digest of all that the index is made from."""
        return digest([self.fingerprint, *self._keys])

    def _key(self, page: Page) -> bytes:
        return digest([self.fingerprint, "search", *self.parts(page)])
