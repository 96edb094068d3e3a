"""The links beside headings, named in the language that a page is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_LINK = re.compile(r'(<a class="headerlink" href="[^"]*" title=)"[^"]*"')


def named(html: str, words: Mapping[str, str]) -> str:
    """Return the content of a page with these links named by the site's own words."""
    name = escape(words["permanent_link"])
    return _LINK.sub(lambda match: f'{match[1]}"{name}"', html)
