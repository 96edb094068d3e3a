"""How high a page stands in the results of the search: the guide above what is looked up."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from scripts.docsite.languages import Languages
from scripts.docsite.model import PageKey

TUTORIAL = "tutorial/"
"""The folder of the pages that are read first."""

FIRST, LAST = 1.5, 0.5
"""By how much the search multiplies the score of such a page, and of one that is never translated:
it is part of the reference, or not about FastAPI at all. With these, `tests/site/test_search.py`
finds most of what it looks for in the first place."""


def boost(key: PageKey, languages: Languages) -> float:
    """Return by how much the search multiplies the score of a page."""
    if languages.is_never_translated(key):
        return LAST
    return FIRST if key.startswith(TUTORIAL) else 1


def rank(meta: MutableMapping[str, Any], key: PageKey, languages: Languages) -> None:
    """Give a page its boost in its front matter `meta`, where that has none of its own."""
    own = meta.get("search") or {}
    by = boost(key, languages)
    if isinstance(own, dict) and by != 1:
        meta["search"] = {"boost": by, **own}
