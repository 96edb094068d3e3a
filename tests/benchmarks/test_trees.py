"""Generated trees: as many pages as they say, sections in sections, and nothing wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import texts, trees
from scripts.docsite import tree
from scripts.docsite.model import PageKey
from scripts.docsite.translations.states import State, Workbench
from scripts.engine.builds import driver


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tree of twelve languages and twenty pages."""
    folder = tmp_path_factory.mktemp("tree")
    trees.make(folder, trees.Size(12, 20))
    return folder


@settings(max_examples=30)
@given(st.integers(trees.LEAVES, 2000))
def test_a_plan_has_as_many_pages_as_it_says(pages: int) -> None:
    """Each is in the navigation once, and each folder has its index page."""
    keys = trees.plan(pages).keys
    assert len(keys) == len({*keys}) == pages
    folders = {parent for key in keys for parent in Path(key).parents}
    assert {(folder / "index.md").as_posix() for folder in folders} <= {*keys}


def test_the_navigation_is_deeper_the_more_pages_there_are() -> None:
    """A section holds sections before it holds too many pages."""
    depths = [max(key.count("/") for key in trees.plan(n).keys) for n in (40, 150, 600, 1500)]
    assert depths == [1, 2, 3, 3]


@pytest.mark.parametrize("text", ["12x150", "2x8@0%", "12x150@10%", "12x150@100%"])
def test_a_size_is_called_what_it_is_parsed_from(text: str) -> None:
    """With how much is translated where it is not half."""
    assert str(trees.Size.parse(text)) == text


@pytest.mark.parametrize("text", ["12", "12x", "1x150", "99x150", "12x3", "x", "2x8@", "2x8@101%"])
def test_what_is_no_size_is_refused(text: str) -> None:
    """The message says what one looks like, or what there is."""
    with pytest.raises(ValueError, match=r"12x150|languages"):
        trees.Size.parse(text)


def test_a_tree_builds_without_a_warning(root: Path) -> None:
    """`--strict` would refuse one; every language gets every page."""
    report = driver.build(root, jobs=2, strict=True)
    assert [result.pages for result in report.languages] == [20] * 12


def test_pages_are_translated_or_shown_in_english(root: Path) -> None:
    """Each language has both kinds, and the record of each translation is current."""
    pages = tree.load(root)
    last = PageKey(trees.plan(20).keys[-2])
    for code in pages.languages.codes[1:]:
        assert pages.page(code, PageKey("index.md"))
        assert 4 < len(pages.pages[code]) < 16
        assert pages.page(code, last) is None
    found = Workbench.of(pages).chosen()
    assert {state for page in found for state in page.states.values()} == {State.CURRENT}


def test_a_page_has_the_structure_of_the_site_s_own() -> None:
    """Includes, fences, tables, lists, notes, tabs, links with anchors: all of it is there."""
    shelf = texts.Shelf(trees.plan(20).keys, ["docs_src/huts/tutorial001.py"])
    text = "\n".join(shelf.page("es", key) for key in shelf.keys)
    for part in ("{* ../../docs_src/huts", "```python", "|---|", "\n* ", "/// note", "//// tab"):
        assert part in text
    assert ".md#usage)" in text


def test_the_same_size_is_the_same_tree() -> None:
    """To the byte, in every language: what is measured on two machines can be compared."""
    first, second = (texts.Shelf(trees.plan(20).keys, ["docs_src/a/tutorial001.py"]) for _ in "12")
    for language in ("en", "zh"):
        for key in first.keys:
            assert first.page(language, key) == second.page(language, key)


def test_all_is_translated_where_it_is_asked_for(tmp_path: Path) -> None:
    """But for the page that is never translated."""
    trees.make(tmp_path, trees.Size(2, 8, percent=100))
    pages = tree.load(tmp_path)
    assert {*pages.source_pages} - {*pages.pages["de"]} == {PageKey(texts.HELP)}
