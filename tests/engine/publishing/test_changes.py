"""What changed since the last build."""

from __future__ import annotations

import pytest

from scripts.engine.publishing.changes import FEW, Changes

PAGES = tuple(f"docs/en/huts/{number}.md" for number in range(FEW + 1))


@pytest.mark.parametrize(
    ("changes", "few"),
    [
        (Changes((), (), PAGES[:FEW]), True),
        (Changes((), (), ("docs/es/index.md", "docs/en/index.md")), True),
        (Changes((), (), ()), False),  # then something else did
        (Changes((), (), PAGES), False),
        (Changes((), (), (PAGES[0], "overrides/main.html")), False),
        (Changes((), (), ("docs/en/css/huts.css",)), False),
        (Changes(PAGES[:1], (), PAGES[1:2]), False),
        (Changes((), PAGES[:1], PAGES[1:2]), False),
    ],
)
def test_few_changes_are_texts_of_pages(changes: Changes, few: bool) -> None:
    """Of the pages that there were, and not many."""
    assert changes.are_few == few
