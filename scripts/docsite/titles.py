"""Titles that readers of another language get in English, shown so that they say that they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape
from typing import Any


class EnglishTitle(str):
    """A title in English: the same text, and marked where the theme shows it.

    In an attribute, or where the theme takes it for anything else but text to show, there are no
    marks.
    """

    __slots__ = ("marks",)
    marks: str

    def __new__(cls, text: str, marks: str) -> EnglishTitle:
        """Take the attributes of the element that the title is to be shown in."""
        self = super().__new__(cls, text)
        self.marks = marks
        return self


def shown(value: Any) -> Any:
    """Return what the theme shows for the value of an expression."""
    return f"<span{value.marks}>{value}</span>" if type(value) is EnglishTitle else value


def mark(item: Any, marks: str) -> None:
    """Let the theme show the title of a page or a section of the navigation as English.

    Without marks it stays as it is.
    """
    if marks and not is_marked(item):
        _typeset(item, marks)
        item.title = EnglishTitle(item.title or "", marks)


def mark_contents(links: Iterable[Any], marks: str, ids: Collection[str] | None) -> None:
    """Let the theme show entries of a table of contents as English: those of `ids`, or all."""
    for link in links:
        if (ids is None or link.id in ids) and not is_marked(link):
            _typeset(link, marks)
        mark_contents(link.children, marks, ids)


def mark_entries(index: Any) -> None:
    """Let the titles in a search index show which sections are in another language than the site.

    Such a section says so in its heading. Results show titles as HTML.
    """
    create = index.create_entry_for_section

    def create_entry_for_section(section: Any, *rest: Any) -> None:
        create(section, *rest)
        if language := section.el.attrs.get("lang"):
            entry = index.entries[-1]
            entry["title"] = f'<span lang="{escape(language)}">{entry["title"]}</span>'

    index.create_entry_for_section = create_entry_for_section


def is_marked(item: Any) -> bool:
    """Whether the title is shown as English."""
    return bool(getattr(item, "typeset", {}).get("marked"))


def _typeset(item: Any, marks: str) -> None:
    title = getattr(item, "typeset", {"title": item.title})["title"]
    item.typeset = {"title": shown(EnglishTitle(title or "", marks)), "marked": True}
