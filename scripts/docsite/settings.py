"""Settings in the front matter of a page that the theme reads: each has to be of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location

KINDS = {
    "hide": (list, "no list", "hide: [toc]"),
    "search": (dict, "no mapping", "search: {exclude: true}"),
    "tags": (list, "no list", "tags: [sql]"),
}
"""The settings: what the theme can read, what is told of anything else, how it is written."""


def check(document: Document, path: str) -> Iterator[Finding]:
    """Yield the settings of the page `path` that the theme can't read."""
    for key, (kind, fault, form) in KINDS.items():
        value = document.front_matter.data.get(key)
        if value is not None and not isinstance(value, kind):
            at = Location(path, document.setting_line(key))
            yield Finding(at, "P027", f"`{key}` is {fault}", f"write `{form}`")
