"""Docstrings of packages, made fit for the reference: their Markdown, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Callable

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError

UPSTREAM = "https://fastapi.tiangolo.com/"
"""Where FastAPI's docstrings send readers; the guide has its pages at the same paths."""

ELSEWHERE = {"advanced/request-body-limits": "tutorial/request-files"}
"""Pages of FastAPI's docs that the guide has no page for, and where it tells the same."""

_SIGNATURE = re.compile(r'<div class="[^"]*\bdoc-signature\b.*?</div>', re.DOTALL)
_LINE_ID = re.compile(r' id="__span-[^"]*"')
_DOCSTRING_LINE_ID = re.compile(r' id="[^"]*--__span-[^"]*"')
_LINK = re.compile(rf'<a [^>]*?href="{re.escape(UPSTREAM)}(?P<path>[^"#]+)[^>]*>.*?</a>', re.DOTALL)


def mended(text: str) -> str:
    """Return a docstring with the links closed whose line ends inside of their address."""
    return "\n".join(f"{line})" if _is_open(line) else line for line in text.split("\n"))


def raised(text: str) -> str:
    """Return a docstring whose first level of headings is the first one.

    The reference puts them below the object's own heading, which they follow without a gap then.
    """
    try:
        headings = markdown.scan(text).headings
    except DocsError:
        return text
    surplus = min((heading.level for heading in headings), default=1) - 1
    lines = text.split("\n")
    for heading in headings:
        if not heading.underlined:
            lines[heading.line - 1] = lines[heading.line - 1][surplus:]
    return "\n".join(lines)


def with_guide(html: str, address: Callable[[str], str | None]) -> str:
    """Return a page's content with a link to the guide behind each link to FastAPI's own docs.

    `address` gives the way to the guide's page of a path without slashes around it, or None.
    """

    def both(match: re.Match[str]) -> str:
        path = match["path"].strip("/")
        here = address(ELSEWHERE.get(path, path))
        return f'{match[0]} or <a href="{here}">in this guide</a>' if here else match[0]

    return _LINK.sub(both, html)


def without_line_ids(html: str) -> str:
    """Return a page's content without the ids of lines in signatures and in docstrings.

    Each of these is highlighted by itself, so the ids of one are those of another, too.
    """
    html = _DOCSTRING_LINE_ID.sub("", html)
    return _SIGNATURE.sub(lambda signature: _LINE_ID.sub("", signature[0]), html)


def _is_open(line: str) -> bool:
    _, link, address = line.rpartition("](")
    return (
        bool(link) and address.startswith(("http:", "https:")) and not re.search(r"[\s()]", address)
    )
