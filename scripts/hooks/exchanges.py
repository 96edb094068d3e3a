"""Exchanges in pages: their bindings are checked, and readers see a request and its response."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import checking, rendering
from scripts.docsite.model import PageKey

log = logging.getLogger("mkdocs.hooks.exchanges")


@event_priority(-50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell what is wrong with a page's blocks once, in its own language, and show them."""
    site = config.extra["docsite"]
    path = site.source_path(page.file)
    source = site.source(PageKey(page.file.src_uri))
    try:
        if source is not None and source.language == site.language.code:
            for finding in checking.check(site.root, source.document, path):
                log.warning(str(finding))
        return rendering.render(markdown, path)
    except DocsError as error:
        raise PluginError(str(error)) from error
