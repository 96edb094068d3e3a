"""The language of a build: its pages, its fallbacks, its menu.

The language is the name of the folder that `docs_dir` names.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from scripts.docsite import site as site_room
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set what follows from the language, before any plugin reads it."""
    root = Path(config.config_file_path).parent
    try:
        site = site_room.load(root, Path(config.docs_dir).name, config.site_url or "/")
    except DocsError as error:
        raise PluginError(str(error)) from error
    language = site.language
    config.extra["docsite"] = site
    config.site_url = f"{site.base_url}{language.prefix}"
    config.theme["language"] = language.theme
    config.theme["direction"] = language.direction
    search = config.plugins.get("material/search")
    if search is not None:
        search.config.lang = [language.search or "en"]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the English page or asset where the language has none of its own."""
    site = config.extra["docsite"]
    for path in site.missing_files():
        if files.get_file_from_path(path):
            files.remove(files.src_uris[path])
        fallback = str(site.english_folder)
        files.append(File(path, fallback, config.site_dir, config.use_directory_urls))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Name each section after the index page that it opens with, in the build's language."""
    site = config.extra["docsite"]
    sections = [item for item in nav.items if isinstance(item, Section)]
    while sections:
        section = sections.pop()
        first = section.children[0]
        if isinstance(first, Page) and first.file.name == "index":
            section.title = site.section_title(PageKey(first.file.src_uri)) or section.title
        sections += [item for item in section.children if isinstance(item, Section)]
    return nav


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme the page's state, alternates and language menu."""
    site = config.extra["docsite"]
    up = posixpath.relpath(".", posixpath.dirname(site.language.prefix + page.url) or ".")
    root_url = "" if up == "." else f"{up}/"
    context["docsite"] = site.view(PageKey(page.file.src_uri), page.url, root_url=root_url)
    return context
