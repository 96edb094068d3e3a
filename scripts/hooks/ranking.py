"""Ranking: the search finds the guide before the reference."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import ranking
from scripts.docsite.model import PageKey


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let the search multiply the page's score by what fits the kind of page that it is."""
    languages = config.extra["docsite"].tree.languages
    ranking.rank(page.meta, PageKey(page.file.src_uri), languages)
