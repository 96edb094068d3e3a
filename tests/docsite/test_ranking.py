"""How high pages stand in the results of the search."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scripts.docsite import languages, ranking
from scripts.docsite.model import PageKey


@pytest.mark.parametrize(
    ("page", "meta", "expected"),
    [
        ("tutorial/body.md", {}, {"search": {"boost": 1.5}}),
        ("advanced/events.md", {}, {}),
        ("reference/request.md", {}, {"search": {"boost": 0.5}}),
        ("release-notes.md", {"search": None}, {"search": {"boost": 0.5}}),
        ("tutorial/body.md", {"search": {"boost": 3}}, {"search": {"boost": 3}}),
        (
            "contributing.md",
            {"search": {"exclude": True}},
            {"search": {"boost": 0.5, "exclude": True}},
        ),
        ("tutorial/body.md", {"search": 5}, {"search": 5}),
    ],
)
def test_the_guide_stands_above_what_is_looked_up(
    root: Path, page: str, meta: dict[str, Any], expected: dict[str, Any]
) -> None:
    """What a page says of itself comes first, and a mistake is left to who tells it."""
    ranking.rank(meta, PageKey(page), languages.load(root))
    assert meta == expected
