"""Names of documented objects: in every language's pages they lead to the reference."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.names import Reference


@event_priority(50)  # behind the language, which is set up first
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read once which object is documented where."""
    try:
        config.extra["reference"] = Reference.of(config.extra["docsite"].tree)
    except DocsError as error:
        raise PluginError(str(error)) from error
    return config


@event_priority(30)  # behind what fills text in, before the included files
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make links of the names in the page."""
    site = config.extra["docsite"]
    reference: Reference = config.extra["reference"]
    key = PageKey(page.file.src_uri)
    try:
        return reference.linked(markdown, key, site.source_path(page.file))
    except DocsError as error:
        raise PluginError(str(error)) from error
