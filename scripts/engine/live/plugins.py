"""What the plugins of the site keep between pages, so that one page can be read again alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import MkdocstringsPlugin

from scripts.engine.builds.cache import Cache
from scripts.engine.pages.population import page_digest
from scripts.engine.pages.search import PATH
from scripts.engine.store.digests import digest

SEARCH = "material/search"
TYPESET = "material/typeset"
_UNRESOLVED = ("<autoref", "data-autorefs", "<backlinks")


def unshare() -> None:
    """Let the next configuration have plugins of its own, other than those before.

    MkDocs keeps those with a start and an end for all configurations of a process, which are
    builds of one site to it, and several languages here.
    """
    for name, option in MkDocsConfig._schema:
        if name == "plugins":
            cast(Plugins, option).plugin_cache.clear()


def reaching(config: MkDocsConfig) -> frozenset[str]:
    """Return the addresses of the pages that others may refer to by names that they define."""
    autorefs = _autorefs(config)
    if autorefs is None:
        return frozenset()
    maps: Iterable[Mapping[str, list[str]]] = (
        autorefs._primary_url_map,
        autorefs._secondary_url_map,
    )
    return frozenset(url.split("#")[0] for map_ in maps for urls in map_.values() for url in urls)


def traces(config: MkDocsConfig) -> int:
    """Return how many names the pages define: another number means that pages reach others."""
    autorefs = _autorefs(config)
    if autorefs is None:
        return 0
    return len(autorefs._primary_url_map) + len(autorefs._secondary_url_map)


def forget(config: MkDocsConfig, uri: str) -> None:
    """Forget what a page left behind when it was read."""
    typeset = config.plugins.get(TYPESET)
    if typeset is not None:
        cast(Any, typeset).title_map.pop(uri, None)


def resolve(config: MkDocsConfig, env: jinja2.Environment, file: File) -> None:
    """Resolve the references of one page, as the plugins do for all when all are read."""
    page = cast(Page, file.page)
    if not any(mark in (page.content or "") for mark in _UNRESOLVED):
        return
    autorefs = _autorefs(config)
    if autorefs is not None:
        alone = Files([file])
        autorefs.on_env(env, config=config, files=alone)
        mkdocstrings = cast(MkdocstringsPlugin, config.plugins["mkdocstrings"])
        mkdocstrings._on_env_apply_backlinks(env, config=config, files=alone)


def silence_search(config: MkDocsConfig) -> None:
    """Let the search plugin not look at a page each time it is shown: `search_index` does."""
    index = _search_index(config)
    if index is not None:
        index.add_entry_from_context = lambda page: None


def search_index(config: MkDocsConfig, cache: Cache, pages: Iterable[Page]) -> bytes:
    """Return the search index of the pages; the entries of each page are made once."""
    index, found = _search_index(config), []
    for page in pages:
        parts: list[str | bytes] = [cache.fingerprint, "live search", str(page.title), page.url]
        key = digest([*parts, repr(page.meta), page_digest(page)])
        if (kept := cache.store.get(key)) is None:
            index.entries = []
            type(index).add_entry_from_context(index, page)
            kept = json.dumps(index.entries).encode()
            cache.store.put(key, kept, kind="search")
        found += json.loads(kept)
    cache.store.flush()
    index.entries = found
    cast(Any, config.plugins[SEARCH]).on_post_build(config=config)
    return (Path(config.site_dir) / PATH).read_bytes()


def has_search(config: MkDocsConfig) -> bool:
    """Return whether the site has a search."""
    return _search_index(config) is not None


def _search_index(config: MkDocsConfig) -> Any:
    search = config.plugins.get(SEARCH)
    return search.search_index if search is not None and search.config.enabled else None


def _autorefs(config: MkDocsConfig) -> AutorefsPlugin | None:
    if "mkdocstrings" not in config.plugins:
        return None
    return cast(AutorefsPlugin, config.plugins["autorefs"])
