"""Data in pages: a page whose front matter names data files is filled in before anything else."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import data_pages
from scripts.docsite.errors import DocsError


@event_priority(50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the data in; a page that asks for none keeps its braces."""
    if data_pages.KEY not in page.meta:
        return markdown
    site = config.extra["docsite"]
    path = site.source_path(page.file)
    source = page.file.content_string
    try:
        place = data_pages.Place(site.root_url(page.url), (config.repo_url or "").rstrip("/"))
        computed = config.extra.get("computed", data_pages.COMPUTED)
        return data_pages.fill(
            markdown, source, root=site.root, path=path, place=place, computed=computed
        )
    except DocsError as error:
        raise PluginError(str(error)) from error
