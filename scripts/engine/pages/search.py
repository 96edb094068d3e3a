"""The entries of the search index made once for each page: they cost as much as its HTML."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.pages import Page

from scripts.engine.pages import sections
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store

PATH = "search/search_index.json"
"""Where the index lies below a language's home."""

_META = ("search", "tags", "title")
"""The metadata of a page that its entries show or follow."""

LIMIT = 8192
"""How many pages' entries are kept in memory, for the next language, before all are forgotten."""

_MARK = "data-search-"
ATTRIBUTES = rf"\s?{_MARK}\w+=\"[^\"]+\""
"""The pattern by which the plugin finds its own attributes, in the whole HTML of each page."""

_ATTRIBUTE = re.compile(ATTRIBUTES.removeprefix(r"\s?"))

_START = '"docs":['
_END = f"{_START}]}}"
"""How an index without entries ends."""

_known: dict[bytes, str] = {}


def _text(entries: list[Any]) -> str:
    """Return entries as the plugin writes them, without brackets."""
    return json.dumps(entries, separators=(",", ":"), default=str)[1:-1]


class _Patterns:
    """The module `re` as the plugin uses it, which finds the plugin's attributes at once.

    Their pattern begins with what may be missing, so that it is tried at every place of the HTML:
    that takes longer than all else that the plugin does with a page that is known.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(re, name)

    def sub(self, pattern: Any, by: Any, text: str, **options: Any) -> str:
        """Return the text with what the pattern matches replaced."""
        if pattern != ATTRIBUTES or by or options:
            return re.sub(pattern, by, text, **options)
        pieces, end = [], 0
        for found in _ATTRIBUTE.finditer(text):
            start = found.start()
            pieces.append(text[end : start - 1 if text[end:start][-1:].isspace() else start])
            end = found.end()
        return "".join([*pieces, text[end:]]) if pieces else text


@contextmanager
def _read_fast(index: Any) -> Iterator[None]:
    """Let the plugin that the index belongs to read its pages by `sections` meanwhile."""
    names = vars(sys.modules[type(index).__module__])
    stock = {"Element": names["Element"], "Parser": names["Parser"]}

    class Parser(names["Parser"]):  # type: ignore[misc,valid-type]
        """Finds the sections of usual HTML at once, and those of other HTML as ever."""

        def feed(self, data: str) -> None:
            """Take the HTML of a whole page."""
            found = sections.read(data, names["Section"])
            if found is None:
                super().feed(data)
            else:
                self.data = found

    names.update(Element=sections.Element, Parser=Parser)
    try:
        yield
    finally:
        names.update(stock)


@dataclass
class SearchEntries:
    """The search entries known to a store: those of a page are the same in every language.

    They are looked up only when the index is put together, and it need not be where it would be
    the same as the last one, `kept`.
    """

    store: Store
    fingerprint: bytes
    """Stands for what the entries of every page follow from."""
    language: bytes
    """Stands for what the index of the language follows from beside its entries."""
    digest_of: Callable[[Page], bytes]
    """Gives what stands for a page's content."""
    kept: bytes | None = None
    _keys: list[bytes] = field(default_factory=list)
    """The keys of the entries of each page, in the order of the index."""
    _texts: list[str] = field(default_factory=list)
    """The entries themselves: a cache that is emptied meanwhile takes nothing from the index."""

    def attach(self, index: Any) -> None:
        """Let the search plugin's index take the entries of its pages from here."""
        make, generate = index.add_entry_from_context, index.generate_search_index
        vars(sys.modules[type(index).__module__])["re"] = _Patterns()

        def add(page: Page) -> None:
            if not self.add_known(page):
                before = len(index.entries)
                with _read_fast(index):
                    make(page)
                text = _text(index.entries[before:])
                key = self._key(page)
                self.store.put(key, text.encode(), kind="search")
                self._add(key, text)
                del index.entries[before:]

        def generate_search_index(prev: Any) -> str:
            if self.kept is not None:
                return self.kept.decode()
            texts = list(filter(None, self._texts))
            empty = str(generate(prev))
            if not empty.endswith(_END):
                index.entries.extend(json.loads(f"[{','.join(texts)}]"))
                return str(generate(prev))
            return f"{empty.removesuffix(_END)}{_START}{','.join(texts)}]}}"

        index.add_entry_from_context = add
        index.generate_search_index = generate_search_index

    def add_known(self, page: Page) -> bool:
        """Add the entries of a page to the index if they are known; return whether they are."""
        key = self._key(page)
        if key not in _known:
            if (kept := self.store.get(key)) is None:
                return False
            _known[key] = kept.decode()
        self._add(key, _known[key])
        return True

    def _add(self, key: bytes, text: str) -> None:
        """Take the entries of a page into the index, and keep them for the next language."""
        if len(_known) >= LIMIT:
            _known.clear()
        _known[key] = text
        self._keys.append(key)
        self._texts.append(text)

    def made_from(self) -> bytes:
        """Return the digest of all that the index is made from."""
        return digest([self.language, *self._keys])

    def _key(self, page: Page) -> bytes:
        """Return what stands for all that the search plugin reads of a page."""
        seen = {name: page.meta.get(name) for name in _META}
        parts = (self.digest_of(page), page.url, str(page.title), repr(seen))
        return digest([self.fingerprint, "search", *parts])
