"""Work that languages share: code blocks highlighted once, search entries made once."""

from __future__ import annotations

import inspect
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search import plugin as search_plugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from pygments.formatters.html import HtmlFormatter
from pymdownx.highlight import Highlight

from scripts.engine.markdown import highlighting
from scripts.engine.pages.search import ATTRIBUTES, SearchEntries
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store

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
    *("<pre><span></span><code>", "</code></pre>", '<span class="k">', "<span>", "</span>"),
    *('<a id="l-1" href="#l-1"></a>', '<span class="linenodiv">', "<!-- rye -->", "<P>", "</P>"),
    *('<path d="M0"/>', "<p title='>'>", '<h2 id="<b>">', "<a b=c>", "<", "&", "\xa0", "</hx>"),
]


def _index() -> search_plugin.SearchIndex:
    return search_plugin.SearchIndex(lang=["en"], separator="", pipeline=[], fields={})


def _stock(*contents: str) -> str:
    """Return the plugin's own index of pages."""
    index = _index()
    for content in contents:
        index.add_entry_from_context(_page(content))
    return str(index.generate_search_index(None))


def _ours(store: Store, *contents: str, language: bytes = b"") -> tuple[str, SearchEntries]:
    """Return the index of pages whose entries go through the store, and what made it."""
    found = SearchEntries(store, b"", language, lambda page: digest([page.content or ""]))
    index = _index()
    found.attach(index)
    for content in contents:
        index.add_entry_from_context(_page(content))
    return str(index.generate_search_index(None)), found


def _page(content: str) -> Page:
    page = Page.__new__(Page)
    page.file = File("page.md", "", "", use_directory_urls=True)
    page.meta, page.content, page.toc, page.title = {}, content, TableOfContents([]), "Title"
    return page


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_entries_are_those_of_the_plugin(pieces: list[str]) -> None:
    """Whatever the HTML, and it fails where the plugin fails."""
    content = "".join(pieces)
    try:
        expected = _stock(content, "<p>Rye</p>")
    except (ValueError, AttributeError, AssertionError) as error:
        with pytest.raises(type(error)):
            _ours(Store(None), content)
        return
    assert _ours(Store(None), content, "<p>Rye</p>")[0] == expected


def test_pages_out_of_the_index_leave_no_gap() -> None:
    """A page without entries, in front, between and behind others."""
    contents = ["", "<p>Rye</p>", "", "<p>Spelt</p>", ""]
    assert _ours(Store(None), *contents)[0] == _stock(*contents)
    assert _ours(Store(None), "")[0] == _stock("")


@pytest.mark.parametrize(
    "html",
    [
        '<p data-search-exclude="">Rye</p>\n<p data-search-boost="2">Oats</p>',
        "<p data-search-exclude>Rye</p>",
        '<p data-search-exclude="" data-search-boost="2"\ndata-search-x="a">Rye</p>',
        'data-search-a="b"data-search-c="d" \xa0data-search-e="f" data-search-="g"',
        "<p>Rye</p>",
    ],
)
def test_the_plugin_takes_its_attributes_away(html: str) -> None:
    """As ever, though it no longer looks for them where there are none."""
    plugin, page = search_plugin.SearchPlugin(), _page(html)
    plugin.load_config({})
    plugin.search_index = _index()
    SearchEntries(Store(None), b"", b"", lambda page: b"").attach(plugin.search_index)
    plugin.on_page_context({}, page=page, config=None, nav=None)
    assert page.content == re.sub(ATTRIBUTES, "", html)
    assert ATTRIBUTES in inspect.getsource(search_plugin)


def test_another_language_takes_the_entries() -> None:
    """The entries are those of the first, the index is one of its own."""
    store, content = Store(None), '<h1 id="a">Bread</h1><p>Rye</p>'
    first, made = _ours(store, content, language=b"en")
    count = store.made.copy()
    second, taken = _ours(store, content, language=b"de")
    assert (second, store.made) == (first, count)
    assert made.made_from() != taken.made_from()


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


def test_there_is_room_for_so_many_code_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that came first stay, whoever highlighted them."""
    monkeypatch.setattr(highlighting, "_known", {})
    monkeypatch.setattr(highlighting, "LIMIT", 3)
    with highlighting.remembered():
        first = _highlighter().highlight("x = 1", "python")
        highlighting.take({b"2": "y", b"3": "z", b"4": "w"})
        for text in ("x = 2", "x = 1"):
            last = _highlighter().highlight(text, "python")
    assert last is first
    assert [*highlighting.news(1).items()] == [(b"2", "y"), (b"3", "z")]


@pytest.mark.parametrize("prefix", ["", "x-"])
def test_styles_are_worked_out_once(prefix: str) -> None:
    """For each prefix of the classes, and a formatter that changes its own changes no other's."""
    stock = HtmlFormatter(classprefix=prefix)
    with highlighting.remembered():
        for _ in range(2):
            ours = HtmlFormatter(classprefix=prefix)
            assert (ours.ttype2class, ours.class2style) == (stock.ttype2class, stock.class2style)
            assert list(ours.class2style) == list(stock.class2style)
            ours.ttype2class.clear()
            ours.class2style.clear()


def test_inline_code_is_made_each_time() -> None:
    """It is an element, which the caller changes."""
    with highlighting.remembered():
        first = _highlighter().highlight("x", "python", inline=True)
        assert _highlighter().highlight("x", "python", inline=True) is not first
