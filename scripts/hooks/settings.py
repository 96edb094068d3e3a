"""Settings of pages: what the theme could not read is told with its line."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import markdown as markdown_room
from scripts.docsite import report, settings
from scripts.docsite.errors import DocsError


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave the page as it is, and refuse one whose settings the theme can't read."""
    if settings.KINDS.keys() & page.meta.keys():
        site = config.extra["docsite"]
        path = site.source_path(page.file)
        try:
            document = markdown_room.scan(page.file.content_string, path)
            report.refuse(settings.check(document, path, site.root))
        except DocsError as error:
            raise PluginError(str(error)) from error
    return markdown
