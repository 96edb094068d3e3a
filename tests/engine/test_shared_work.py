"""Work that languages share: code blocks highlighted once, search entries made once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search import plugin as search_plugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from pymdownx.highlight import Highlight

from scripts.engine import highlighting
from scripts.engine.search import SearchEntries
from scripts.engine.store import Store, digest

PIECES = [
    *("<h1 id=a>", "</h1>", '<h2 id="b">', "</h2>", "<h3>", "</h3>", "<p>", "</p>", "<pre>"),
    *("</pre>", "<code>", "</code>", "<div data-search-exclude>", "</div>", "<br>", "<img src=x>"),
    *(
        '<a class="headerlink" href="#b">',
        "</a>",
        "<script>",
        "</script>",
        "<ul><li>",
        "</li></ul>",
    ),
    *('<div class="linenodiv">', "<object>", "</object>", "text", " ", "\n", "&amp;", "&lt;b&gt;"),
]


def entries(content: str, language: bytes = b"") -> tuple[Store, SearchEntries, list[object]]:
    """Return the entries the plugin makes of a page, through a store, with both."""
    store = Store(None)
    return _into(store, content, language)


def _into(store: Store, content: str, language: bytes) -> tuple[Store, SearchEntries, list[object]]:
    found = SearchEntries(store, b"", language, lambda page: digest([page.content or ""]))
    index = search_plugin.SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    found.attach(index)
    index.add_entry_from_context(_page(content))
    index.generate_search_index(None)
    return store, found, index.entries


def _page(content: str) -> Page:
    page = Page.__new__(Page)
    page.file = File("page.md", "", "", use_directory_urls=True)
    page.meta, page.content, page.toc, page.title = {}, content, TableOfContents([]), "Title"
    return page


def _stock(content: str) -> list[object]:
    index = search_plugin.SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    index.add_entry_from_context(_page(content))
    return list(index.entries)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_entries_are_those_of_the_plugin(pieces: list[str]) -> None:
    """Whatever the HTML, and it fails where the plugin fails."""
    content = "".join(pieces)
    try:
        expected = _stock(content)
    except (ValueError, AttributeError, AssertionError) as error:
        with pytest.raises(type(error)):
            entries(content)
        return
    assert entries(content)[2] == expected


def test_another_language_takes_the_entries() -> None:
    """The entries are those of the first, the index is one of its own."""
    content = '<h1 id="a">Bread</h1><p>Rye</p>'
    store, first, made = entries(content, b"en")
    count = store.made
    _, second, taken = _into(store, content, b"de")
    assert (taken, store.made) == (made, count)
    assert first.made_from() != second.made_from()


def _highlighter() -> Highlight:
    return Highlight(None, line_spans="__span", pygments_lang_class=True)


def test_a_code_block_is_highlighted_once() -> None:
    """The same text for the same arguments, another for others, and nothing changed behind it."""
    before = Highlight.highlight
    plain = _highlighter().highlight("x = 1", "python", code_block_count=1)
    with highlighting.remembered():
        first = _highlighter().highlight("x = 1", "python", code_block_count=1)
        again = _highlighter().highlight("x = 1", "python", code_block_count=1)
        other = _highlighter().highlight("x = 1", "python", code_block_count=2)
    assert first == plain
    assert again is first
    assert other == _highlighter().highlight("x = 1", "python", code_block_count=2) != first
    assert Highlight.highlight is before


def test_inline_code_is_made_each_time() -> None:
    """It is an element, which the caller changes."""
    with highlighting.remembered():
        first = _highlighter().highlight("x", "python", inline=True)
        assert _highlighter().highlight("x", "python", inline=True) is not first
