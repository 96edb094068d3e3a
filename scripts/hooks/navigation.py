"""The ways to and from a page: sections in the reader's language, language menu, sitemap."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name each section after the index page that it opens with, in the build's language."""
    site = config.extra["docsite"]
    sections = [item for item in nav.items if isinstance(item, Section)]
    while sections:
        section = sections.pop()
        first = section.children[0]
        if isinstance(first, Page) and first.file.name == "index":
            try:
                title = site.section_title(PageKey(first.file.src_uri))
            except DocsError as error:
                raise PluginError(str(error)) from error
            section.title = title or section.title
        sections += [item for item in section.children if isinstance(item, Section)]
    return nav


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme the page's state, its alternates and its language menu."""
    site = config.extra["docsite"]
    root_url = site.root_url(page.url)
    context["docsite"] = site.view(PageKey(page.file.src_uri), page.url, root_url=root_url)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give templates that are no page (404, sitemap) the site's words and what it holds."""
    site = config.extra["docsite"]
    context["docsite_site"] = site
    if template_name == "sitemap.xml":
        pages = context["nav"].pages
        context["docsite_sitemap"] = site.sitemap({PageKey(p.file.src_uri): p.url for p in pages})
    return context
