"""The links beside headings, named in the language that a page is written in."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import permalinks


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name them; the page's own renderings are the same in all languages until here."""
    return permalinks.named(html, config.extra["docsite"].labels(page.file))
