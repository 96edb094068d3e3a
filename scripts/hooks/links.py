"""MkDocs' warnings about links, told with the file and the line."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite.link_places import Places
from scripts.docsite.site import Site

log = logging.getLogger("mkdocs.structure.pages")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Tell places in the sources of this language."""
    _listen(config.extra["docsite"])
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell them again where the live server has read pages of another language meanwhile."""
    _listen(config.extra["docsite"])
    return markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Let go of the sources."""
    _listen(None)


def _listen(site: Site | None) -> None:
    for known in [found for found in log.filters if isinstance(found, Places)]:
        if known.site is site:
            return
        log.removeFilter(known)
    if site is not None:
        log.addFilter(Places(site))
