"""Page shells made once: what the theme makes of a page, kept.

A page's HTML follows from its content and from its shell: the navigation, its neighbours, the
configuration, the theme, the words of the site. The digest of all of it is the key. Where it is
known, the template is not rendered.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.docsite.model import PageKey
from scripts.docsite.site import Site
from scripts.engine.pages.population import page_digest
from scripts.engine.pages.search import SearchEntries
from scripts.engine.store.digests import digest
from scripts.engine.store.results import SHELL, Store
from scripts.engine.theme.frames import Frames
from scripts.engine.theme.navigation import Shown

NOT_FOUND = "404.html"
"""The template of what is shown where there is no page: of a shell, and nothing else."""


@dataclass
class Shells:
    """The shells known to a store, in one language."""

    store: Store
    site: Site
    shared: bytes
    """Stands for all that every page's shell follows from: configuration, theme, packages, the
    site's own words, the language."""
    navigation: Shown
    keeps: bool = True
    """Whether what is made is kept in the store, and not only in the site."""
    search: SearchEntries | None = None
    digests: dict[str, bytes] = field(default_factory=dict)
    """The digests of pages by their paths: those without content, and those asked for so far."""
    wanted: dict[str, bytes] = field(default_factory=dict)
    """The keys of pages that are to be rendered, by their paths, whatever is known by them."""
    frames: Frames | None = None
    """What is known of pages beside their navigation."""

    @classmethod
    def attach(
        cls,
        store: Store,
        fingerprint: bytes,
        env: jinja2.Environment,
        config: MkDocsConfig,
        nav: Navigation,
        *,
        keeps: bool = True,
    ) -> Shells:
        """Let the environment's templates, and the search index, use what is known.

        `fingerprint` stands for what pages of every language follow from. What is made is kept
        in the store if it `keeps` it.
        """
        site = config.extra["docsite"]
        language = digest([fingerprint, site.language.code, str(config.site_url)])
        shells = cls(store, site, language, Shown.of(nav, config), keeps)
        get = env.get_template

        def get_template(name: Any, *args: Any, **kwargs: Any) -> Any:
            template = get(name, *args, **kwargs)
            return template if args else _KnownTemplate(template, shells)  # or a part of another

        env.get_template = get_template  # type: ignore[method-assign]
        search = config.plugins.get("material/search")
        if search is not None and search.config.enabled:
            shells.search = SearchEntries(store, fingerprint, language, shells.digest_of)
            shells.search.attach(search.search_index)
        return shells

    def key(self, page: Page) -> bytes:
        """Return the digest of all that the page's HTML is made from."""
        return self._digest(page, "shell", self.navigation.on(page))

    def key_of_frame(self, page: Page) -> bytes:
        """Return the digest of all that the page's HTML is made from but the navigation."""
        return self._digest(page, "frame", self.navigation.way(page))

    def _digest(self, page: Page, name: str, navigation: bytes) -> bytes:
        parts = [self.shared, name, navigation, *self.page_parts(page)]
        return digest([*parts, *_neighbours(page), *self._view(page)])

    def key_of_none(self) -> bytes:
        """Return the digest of all that the page is made from that says there is none."""
        return digest([self.shared, NOT_FOUND, self.navigation.on(None)])

    def digest_of(self, page: Page) -> bytes:
        """Return the digest of a page's content, as it is when it is first asked for."""
        path = page.file.src_uri
        if path not in self.digests:
            self.digests[path] = page_digest(page)
        return self.digests[path]

    def page_parts(self, page: Page) -> Iterator[str | bytes]:
        """Yield what a page is."""
        yield self.digest_of(page)
        yield page.file.src_uri
        yield page.url
        yield str(page.title)
        yield str(page.canonical_url)
        yield str(page.edit_url)
        yield repr(page.meta)
        yield repr(getattr(page, "typeset", None))

    def _view(self, page: Page) -> Iterator[str]:
        """Yield what differs from page to page of the site's own view of it."""
        key = PageKey(page.file.src_uri)
        yield self.site.state(key).value
        yield " ".join(language.code for language in self.site.translations(key))


@dataclass(frozen=True)
class _KnownTemplate:
    """A template whose output for a page is taken from the store where it is known."""

    template: jinja2.Template
    shells: Shells

    def render(self, context: dict[str, Any]) -> str:
        """Return what the template makes of the context."""
        page = context.get("page")
        if self.template.name == NOT_FOUND and page is None:
            return self._not_found(context)
        if not isinstance(page, Page):
            return self.template.render(context)
        key = self.shells.wanted.pop(page.file.src_uri, None)
        if key is None:
            key = self.shells.key(page)
            if (kept := self.shells.store.get(key)) is not None:
                return kept.decode()
        return self._made(key, page, context)

    def _made(self, key: bytes, page: Page, context: dict[str, Any]) -> str:
        frames, store = self.shells.frames, self.shells.store
        make = functools.partial(self.template.render, context)
        if frames is None:
            output = make()
        else:
            frame, path = self.shells.key_of_frame(page), page.file.dest_uri
            output = frames.render(frame, key, path, make)
        if self.shells.keeps:
            store.put(key, output.encode(), kind=SHELL)
        else:
            store.made[SHELL] += 1
        return output

    def _not_found(self, context: dict[str, Any]) -> str:
        key = self.shells.key_of_none()
        if (kept := self.shells.store.get(key)) is not None:
            return kept.decode()
        output = self.template.render(context)
        self.shells.store.put(key, output.encode(), kind=SHELL)
        return output

    def __getattr__(self, name: str) -> Any:
        return getattr(self.template, name)


def _neighbours(page: Page) -> Iterator[str]:
    for near in (page.previous_page, page.next_page):
        marks = getattr(near, "typeset", None)
        yield f"{near.title}\0{near.url}\0{marks}" if near is not None else ""
