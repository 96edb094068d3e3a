"""Line breaks: no spaces in the text of languages that write without them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import line_breaks
from scripts.docsite.model import PageKey


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Join the lines of a page that is written in such a language."""
    site = config.extra["docsite"]
    source = site.source(PageKey(page.file.src_uri))
    ours = source is not None and source.language == site.language.code
    is_joined = ours and line_breaks.writes_no_spaces(site.language.tag)
    return line_breaks.joined(html) if is_joined else html
