"""Line breaks: no spaces in the text of languages that write without them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import line_breaks


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Join the lines of a page that is written in such a language."""
    site = config.extra["docsite"]
    is_joined = line_breaks.writes_no_spaces(site.language.tag) and site.is_own(page.file)
    return line_breaks.joined(html) if is_joined else html
