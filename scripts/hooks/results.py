"""Search results that are in English on the site of another language: they say that they are."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from scripts.docsite import titles


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Mark in the search index, once the plugin has made it, the sections that are in English."""
    search = config.plugins.get("material/search")
    if search is not None and search.config.enabled:
        titles.mark_entries(search.search_index)
    return config
