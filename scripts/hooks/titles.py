"""Titles in the navigation: those of pages that readers get in English say that they are.

So do the headings in the table of contents, and the title of a page that stands beside another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey


class EnglishTitle(str):
    """A title that readers get in English: the same text, and marked where the theme shows it.

    In an attribute, or where the theme takes it for anything else but a text, there are no marks.
    """

    __slots__ = ("marks",)
    marks: str

    def __new__(cls, text: str, marks: str) -> EnglishTitle:
        """Take the attributes of the element that the title is to be shown in."""
        self = super().__new__(cls, text)
        self.marks = marks
        return self


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
    env.finalize = _shown
    _mark_pages([file.page for file in files.documentation_pages() if file.page], config)
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Mark the headings in the table of contents that are in English."""
    site, parts = config.extra["docsite"], getattr(page, "in_english", ())
    is_whole = bool(site.marks_of_english(PageKey(page.file.src_uri)))
    for link in _links(page.toc) if is_whole or parts else ():
        typeset = getattr(link, "typeset", {"title": link.title})
        if (is_whole or link.id in parts) and "marked" not in typeset:
            title = _shown(EnglishTitle(typeset["title"], site.english_marks))
            link.typeset = {"title": title, "marked": True}  # type: ignore[attr-defined]
    return context


def _shown(value: Any) -> Any:
    """Return what the theme shows for a value."""
    return f"<span{value.marks}>{value}</span>" if type(value) is EnglishTitle else value


def _links(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _links(link.children)


def _mark_pages(pages: list[Page], config: MkDocsConfig) -> None:
    for page in pages:
        if not getattr(page, "typeset", {}).get("marked"):
            _mark(page, page, config)


def _mark(item: Page | Section, page: Page, config: MkDocsConfig) -> None:
    """Let the theme show the item's title as English, where the page is and the site is not."""
    try:
        marks = config.extra["docsite"].marks_of_english(PageKey(page.file.src_uri))
    except DocsError as error:
        raise PluginError(str(error)) from error
    if marks:
        title = getattr(item, "typeset", {"title": item.title})["title"]
        item.title = EnglishTitle(item.title or "", marks)
        item.typeset = {"title": _shown(EnglishTitle(title, marks)), "marked": True}  # type: ignore[union-attr]
