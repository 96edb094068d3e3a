"""Abbreviations: every page explains them in the language that it is written in."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import abbreviations
from scripts.docsite.errors import DocsError


@event_priority(-75)  # behind all that looks at the page's lines
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the definitions at the end; docstrings, converted apart, find them as a glossary."""
    site = config.extra["docsite"]
    try:
        found = abbreviations.explained(site.root, site.language_folder(page.file).name)
    except DocsError as error:
        raise PluginError(str(error)) from error
    config.mdx_configs.setdefault("abbr", {})["glossary"] = dict(found)
    return abbreviations.defined(markdown, found)
