"""Titles of pages and headings that readers get in English: they say that they are."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from scripts.docsite import titles
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey


@event_priority(-50)  # when sections have their titles
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Mark the titles of sections whose index page is in English."""
    sections = [item for item in nav.items if isinstance(item, Section)]
    while sections:
        section = sections.pop()
        vars(section).pop("typeset", None)
        first = section.children[0]
        if isinstance(first, Page) and first.file.name == "index":
            _mark(section, first, config)
        sections += [item for item in section.children if isinstance(item, Section)]
    # The live server reads a page anew, and then asks for this; at first, none is read.
    _mark_pages([page for page in nav.pages if page.content is not None], config)
    return nav


@event_priority(-100)  # what an English page is in all languages is known by now
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Mark the titles of pages that are in English."""
    env.finalize = titles.shown
    _mark_pages([file.page for file in files.documentation_pages() if file.page], config)
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Mark the headings in the table of contents that are in English."""
    ids = None if titles.is_marked(page) else getattr(page, "in_english", ())
    titles.mark_contents(page.toc, config.extra["docsite"].english_marks, ids)


def _mark_pages(pages: list[Page], config: MkDocsConfig) -> None:
    for page in pages:
        _mark(page, page, config)


def _mark(item: Page | Section, page: Page, config: MkDocsConfig) -> None:
    try:
        titles.mark(item, config.extra["docsite"].marks_of_english(PageKey(page.file.src_uri)))
    except DocsError as error:
        raise PluginError(str(error)) from error
