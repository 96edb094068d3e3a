"""How pages are named on the command line."""

from __future__ import annotations

import pytest

from scripts.docsite.page_names import near, page_key

PAGES = ["index.md", "async.md", "advanced/async-tests.md", "how-to/index.md", "tutorial/body.md"]


@pytest.mark.parametrize(
    "name",
    [
        "tutorial/body.md",
        "tutorial/body",
        "tutorial/body/",
        "./tutorial/body.md",
        "docs/en/tutorial/body.md",
        "docs/es/tutorial/body.md",
        "./docs/es/tutorial/body",
        r"docs\es\tutorial\body.md",
    ],
)
def test_a_page_is_named_in_many_ways(name: str) -> None:
    """By its key, by its file, with or without the ending."""
    assert page_key(name, "es") == "tutorial/body.md"


def test_the_page_of_another_language_is_none_of_this_one() -> None:
    """Who names it should not be told of the page in the language they did not mean."""
    assert page_key("docs/de/tutorial/body.md", "es") == "docs/de/tutorial/body.md"


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("body.md", "tutorial/body.md"),
        ("advanced/async.md", "async.md"),
        ("tutorial/bodi.md", "tutorial/body.md"),
        ("howto/index.md", "how-to/index.md"),
        ("nothing/like/it.md", ""),
    ],
)
def test_the_nearest_page_is_named(key: str, page: str) -> None:
    """Wherever it lies: the folder is forgotten first."""
    assert near(key, PAGES) == page
