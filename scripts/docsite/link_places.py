"""Where the links stand that MkDocs warns of: it names the page, and neither file nor line."""

from __future__ import annotations

import logging
import re

from scripts.docsite.languages import SOURCE
from scripts.docsite.model import Location, PageKey
from scripts.docsite.site import Site

_WARNING = re.compile(
    r"Doc file '(?P<page>[^']+)' (?P<told>contains an? (?:\w+ )*link '(?P<target>[^']*)')"
)


class Places(logging.Filter):
    """Puts the place before what MkDocs tells of a link."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass."""
        record.msg, record.args = placed(self.site, record.getMessage()), ()
        return True


def placed(site: Site, message: str) -> str:
    """Return a warning of MkDocs about a link with the place in the sources; others as they are.

    A link that no source of the page has, but what it includes, is told with the page alone.
    """
    found = _WARNING.match(message)
    source = site.source(PageKey(found["page"])) if found else None
    if found is None or source is None:
        return message
    place = _place(site, source.key, found["target"]) or source.path
    return f"{place}: the page {message[found.start('told') :]}"


def _place(site: Site, key: PageKey, target: str) -> Location | None:
    """Return where the page links to `target`: a translation may show English sections."""
    for page in (site.source(key), site.tree.page(SOURCE, key)):
        for link in page.document.links if page else ():
            if link.target == target:
                return Location(page.path, link.line) if page else None
    return None
