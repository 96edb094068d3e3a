"""What the theme shows of the navigation: all of it or, pruned, of other sections the way there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.engine.store.digests import digest

_META = ("icon", "status", "subtitle", "hide", "title", "template")
"""The metadata of a page that the navigation shows."""

_PRUNED = "navigation.prune"
_OPEN = "navigation.sections"
"""With this feature of the theme, sections that are no way to the page are shown all the same."""


@dataclass(frozen=True)
class Shown:
    """What the pages of one language show of its navigation."""

    nav: Navigation
    pruned: bool
    _digests: dict[int, bytes] = field(default_factory=dict, repr=False)
    """By the section that a page stands in: what its pages show differs in which is marked."""
    _ways: dict[int, bytes] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, nav: Navigation, config: MkDocsConfig) -> Shown:
        """Return what pages show of the navigation by the theme that is configured."""
        return cls(nav, is_pruned(config))

    def on(self, page: Page | None) -> bytes:
        """Return the digest of all that a page shows of the navigation, neighbours aside.

        Without a page, what is shown where there is none.
        """
        section = page.parent if page and self.pruned else None
        key = id(section)
        if key not in self._digests:
            ancestors = page.ancestors if page else ()
            open_ = {id(item) for item in ancestors} if self.pruned else None
            self._digests[key] = digest([self._home(), *_items(self.nav.items, open_)])
        return self._digests[key]

    def way(self, page: Page) -> bytes:
        """Return the digest of the way to a page, which pages show beside the navigation."""
        key = id(page.parent)
        if key not in self._ways:
            self._ways[key] = digest([self._home(), *_items(page.ancestors, ())])
        return self._ways[key]

    def _home(self) -> str:
        return _entry(self.nav.homepage) if self.nav.homepage is not None else ""


def is_pruned(config: MkDocsConfig) -> bool:
    """Return whether pages show no more of a section that is no way to them than a link to it."""
    features = config.theme.get("features", ())
    return _PRUNED in features and _OPEN not in features


def whole(nav: Navigation) -> bytes:
    """Return the digest of all that there is to show."""
    return digest(_items(nav.items, None))


def _items(items: Iterable[Any], open_: Collection[int] | None) -> Iterator[str]:
    """Yield what is shown of items: of sections that are not `open_` the way to their first page.

    Without `open_`, all of them are.
    """
    for item in items:
        yield _entry(item)
        if open_ is None or id(item) in open_:
            yield "("
            yield from _items(item.children or (), open_)
            yield ")"
        elif item.children:
            # Before the theme prunes a section, it goes through all of it, and leaves lines.
            yield "".join(str(bool(getattr(child, "is_index", False))) for child in item.children)
            yield "→"
            yield from _items(item.children[:1], open_)


def _entry(item: Any) -> str:
    meta = getattr(item, "meta", None) or {}
    shown = {name: meta[name] for name in _META if name in meta}
    typeset = getattr(item, "typeset", None)
    return f"{item.title}\0{getattr(item, 'url', None)}\0{typeset}\0{shown!r}"
