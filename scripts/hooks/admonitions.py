"""Titles for the admonitions of a page in the language it is written in."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import admonitions
from scripts.docsite.errors import DocsError


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give each admonition without a title its kind's word."""
    site = config.extra["docsite"]
    try:
        return admonitions.titled(markdown, site.source_path(page.file), site.labels(page.file))
    except DocsError as error:
        raise PluginError(str(error)) from error
