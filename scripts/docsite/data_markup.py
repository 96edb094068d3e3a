"""Markup made from data: escaping for Markdown and HTML at once, links and headings.

Each punctuation mark becomes a numeric character reference. No extension of Markdown reads those
as anything but the mark itself, and inside HTML and its attributes they mean the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from scripts.docsite import addresses
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown.ids import is_kebab

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Text(str):
    """A text from a data file, which knows how it is shown, wherever markup is put together."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text so that Markdown and HTML show it as it stands, on one line."""
        line = _CONTROL.sub("", " ".join(self.split()))
        return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", line)


def marked(value: Any) -> Any:
    """Return the data with every text in it, keys too, as `Text`."""
    if isinstance(value, dict):
        return {marked(key): marked(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [marked(entry) for entry in value]
    return Text(value) if isinstance(value, str) else value


def escaped(value: Any) -> Markup:
    """Return the value as it is shown literally; markup made here stays as it is."""
    return escape(value if hasattr(value, "__html__") else Text(value))


def slug(text: str) -> str:
    """Return an id made from the text: `Brazilian Portuguese` gives `brazilian-portuguese`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not made:
        raise DocsError(f"no id can be made of {str(text)!r}", hint="write the id by hand")
    return made


def host(url: str) -> str:
    """Return the site that an address leads to, without `www.`."""
    return Text((urlsplit(url).hostname or "").removeprefix("www."))


def link(text: str, url: str, rel: str = "noopener") -> Markup:
    """Return a link to another site."""
    if wrong := addresses.problem(url):
        raise DocsError(f"the address {str(url)!r} {wrong}", hint="give an https:// address")
    start = Markup('<a href="{}" rel="{}">').format(addresses.encoded(url), rel)
    return start + escaped(text) + Markup("</a>")


def functions() -> dict[str, object]:
    """Return the functions that one page's template has; no two of its headings share an id."""
    used: set[str] = set()

    def heading(level: int, text: str, id: str) -> Markup:
        """Return a heading with an explicit id."""
        if not is_kebab(id) or id in used:
            fault = "stands on the page twice" if id in used else "is not of the form `two-words`"
            raise DocsError(f"the heading id {str(id)!r} {fault}", hint="give another id")
        used.add(str(id))
        return Markup("{} {} {{ #{} }}").format("#" * level, escaped(text), id)

    return {"heading": heading, "host": host, "link": link, "slug": slug}
