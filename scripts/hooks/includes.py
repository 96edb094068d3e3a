"""Includes: each page with the files it names in it, and mdx_include told where to look."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import includes
from scripts.docsite.errors import DocsError

log = logging.getLogger("mkdocs.hooks.includes")


@event_priority(25)  # behind what fills text in, before what looks at code blocks
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the included files in; a fallback page includes from the English folder."""
    site = config.extra["docsite"]
    folder = site.language_folder(page.file)
    try:
        expansion = includes.expand(
            markdown,
            root=site.root,
            page=site.source_path(page.file),
            language_folder=folder,
            labels=site.labels(page.file),
            source=page.file.content_string,
        )
    except DocsError as error:
        raise PluginError(str(error)) from error
    for finding in expansion.findings:
        log.warning("%s", finding)
    # mdx_include reads its options anew for each page.
    reader = config.mdx_configs.setdefault("mdx_include", {})
    reader |= {"base_path": str(folder), "allow_remote": False, "encoding": "utf-8"}
    return expansion.markdown
