"""Settings in the front matter of a page that the theme reads: each has to be of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.docsite import theme
from scripts.docsite.markdown import Document
from scripts.docsite.model import Finding, Location

CODE = "P027"

KINDS = {
    "icon": (str, "no text", "icon: material/pencil"),
    "hide": (list, "no list", "hide: [toc]"),
    "search": (dict, "no mapping", "search: {exclude: true}"),
    "tags": (list, "no list", "tags: [sql]"),
}
"""The settings: what the theme can read, what is told of anything else, how it is written."""


def check(document: Document, path: str, root: Path) -> Iterator[Finding]:
    """Yield the settings of the page `path`, from `root`, that the theme can't read."""
    data = document.front_matter.data
    for key, (kind, fault, form) in KINDS.items():
        value = data.get(key)
        if value is not None and not isinstance(value, kind):
            at = Location(path, document.setting_line(key))
            yield Finding(at, CODE, f"`{key}` is {fault}", f"write `{form}`")
    icon = data.get("icon")
    if isinstance(icon, str) and not theme.has_icon(root, icon):
        near = theme.near_icon(root, icon)
        hint = f"did you mean {near}?" if near else f"write `{KINDS['icon'][2]}`"
        at = Location(path, document.setting_line("icon"))
        yield Finding(at, CODE, f"the theme has no icon {icon!r}", hint)
