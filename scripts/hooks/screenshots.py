"""Screenshots in pages: comments become pictures, light and dark."""

from __future__ import annotations

import logging
import posixpath
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

_PICTURES = "screenshots://pictures"
"""Stands for the address of the pictures from a page while its Markdown is rendered."""


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
        return screenshots.render(markdown, path, root=site.root, folder=_PICTURES)
    except DocsError as error:
        raise PluginError(str(error)) from error


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the pictures their address: so far an English page is the same in every language.

    What is the same is rendered once.
    """
    up = posixpath.relpath(".", posixpath.dirname(page.url) or ".")
    folder = posixpath.normpath(posixpath.join(up, _prefix(config), screenshots.FOLDER))
    return html.replace(f"{_PICTURES}/", f"{folder}/")


def _prefix(config: MkDocsConfig) -> str:
    return assets.prefix(config.extra["docsite"].language.prefix, Path(config.site_dir))
