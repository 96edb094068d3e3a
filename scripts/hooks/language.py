"""The language of a build: its settings, and the pages it shows in English.

The language is the name of the folder that `docs_dir` names.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.docsite import site as site_room
from scripts.docsite.errors import DocsError

UNDATED = "1980-01-01"
"""The date MkDocs stamps on pages: the same each day, so that builds are the same to the byte."""


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


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the English page or asset where the language has none of its own."""
    site = config.extra["docsite"]
    fallback = str(site.english_folder)
    for path in site.missing_files():
        if own := files.src_uris.get(path):
            files.remove(own)
        files.append(File(path, fallback, config.site_dir, config.use_directory_urls))
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Take today's date off the page."""
    page.update_date = UNDATED
    return page
