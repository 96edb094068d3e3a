"""Page shells and search entries made once: what the theme makes of a page, kept.

A page's HTML follows from its content and from its shell: the navigation, its neighbours, the
configuration, the theme, the words of the site. The digest of all of it is the key. Where it is
known, the template is not rendered. The same for the entries of the search index, which cost as
much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from scripts.engine.store import Store, digest


@dataclass(frozen=True)
class Shells:
    """The shells and search entries known to a store.

    `fingerprint` stands for all that every page's shell follows from beside the navigation:
    configuration, theme, packages, the site's own words, the language.
    """

    store: Store
    fingerprint: bytes

    def attach(self, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation) -> None:
        """Let the environment's templates, and the search index, use what is known."""
        shared = digest([self.fingerprint, *_navigation(nav.items)])
        get = env.get_template

        def get_template(name: Any, *args: Any, **kwargs: Any) -> Any:
            return _KnownTemplate(get(name, *args, **kwargs), str(name), self.store, shared)

        env.get_template = get_template  # type: ignore[method-assign]
        search = config.plugins.get("material/search")
        if search is not None and search.config.enabled:
            self._attach_search(search.search_index)

    def _attach_search(self, index: Any) -> None:
        make = index.add_entry_from_context

        def add(page: Page) -> None:
            key = digest([self.fingerprint, "search", *_page(page)])
            if (kept := self.store.get(key)) is not None:
                index.entries.extend(json.loads(kept))
                return
            before = len(index.entries)
            make(page)
            self.store.put(key, json.dumps(index.entries[before:]).encode(), kind="search")

        index.add_entry_from_context = add


@dataclass(frozen=True)
class _KnownTemplate:
    """A template whose output for a page is taken from the store where it is known."""

    template: jinja2.Template
    name: str
    store: Store
    shared: bytes

    def render(self, context: dict[str, Any]) -> str:
        """Return what the template makes of the context."""
        page = context.get("page")
        if not isinstance(page, Page):
            return self.template.render(context)
        view = context.get("docsite")
        key = digest(
            [self.shared, "shell", self.name, *_page(page), *_neighbours(page), _view(view)]
        )
        if (kept := self.store.get(key)) is not None:
            return kept.decode()
        output = self.template.render(context)
        self.store.put(key, output.encode(), kind="shell")
        return output

    def __getattr__(self, name: str) -> Any:
        return getattr(self.template, name)


def _page(page: Page) -> Iterator[str]:
    yield page.file.src_uri
    yield page.url
    yield str(page.title)
    yield str(page.canonical_url)
    yield str(page.edit_url)
    yield repr(page.meta)
    yield page.content or ""
    for link in page.toc:
        yield from _toc(link)


def _toc(link: AnchorLink) -> Iterator[str]:
    # Plugins may hang more on a link (typeset: the title with its markup).
    yield repr(sorted((k, v) for k, v in vars(link).items() if isinstance(v, str | int)))
    yield "("
    for child in link.children:
        yield from _toc(child)
    yield ")"


def _neighbours(page: Page) -> Iterator[str]:
    for near in (page.previous_page, page.next_page):
        yield f"{near.title}\0{near.url}" if near is not None else ""


def _view(view: Any) -> str:
    """Return what differs from page to page of the site's own view of it."""
    if view is None:
        return ""
    return repr((view.state, view.canonical, view.alternates, view.languages, view.english_url))


def _navigation(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        yield f"{item.title}\0{getattr(item, 'url', None)}"
        meta = getattr(item, "meta", None)
        if meta:  # the navigation shows icons and states that pages declare
            yield repr({k: meta.get(k) for k in ("icon", "status", "hide", "title", "template")})
        yield "("
        yield from _navigation(item.children or ())
        yield ")"
