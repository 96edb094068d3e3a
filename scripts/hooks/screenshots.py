"""Screenshots in pages: comments become pictures, light and dark."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import assets, screenshots
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey

log = logging.getLogger("mkdocs.hooks.screenshots")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the pictures out of a language that finds them in the English site around it."""
    if _prefix(config):
        for file in [f for f in files if f.src_uri.startswith(f"{screenshots.FOLDER}/")]:
            files.remove(file)
    return files


@event_priority(10)  # behind the includes
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell what is wrong with a page's pictures once, in its own language, and show the others."""
    site = config.extra["docsite"]
    path = site.source_path(page.file)
    source = site.source(PageKey(page.file.src_uri))
    try:
        if source is not None and source.language == site.language.code:
            for finding in screenshots.check(site.root, source.document, path):
                log.warning(str(finding))
        return screenshots.render(markdown, path, root=site.root)
    except DocsError as error:
        raise PluginError(str(error)) from error


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the pictures their address, which differs by language: what is the same is shared."""
    return screenshots.addressed(html, page.url, _prefix(config))


def _prefix(config: MkDocsConfig) -> str:
    return assets.prefix(config.extra["docsite"].language.prefix, Path(config.site_dir))
