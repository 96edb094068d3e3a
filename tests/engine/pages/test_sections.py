"""Sections of a page's HTML are those that the search plugin's own parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search import plugin as search_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from scripts.engine.pages import sections

Found = list[tuple[object, ...]]

TAGS = ["p", "div", "pre", "code", "li", "span", "table", "td", "a", "em", "sub", "object"]
OPENINGS = [
    *(f"<{tag}>" for tag in TAGS),
    *('<h1 id="bread">', '<h2 id="rye &amp; oats">', "<h2>", "<h3 id=''>", '<h2 id="b" id="c">'),
    *('<span class="k">', '<span id="l-1">', '<div class="linenodiv">', '<a class="headerlink">'),
    *(
        "<div data-search-exclude>",
        '<h2 id="x" data-search-exclude="">',
        '<span class="linenodiv">',
    ),
    *('<a id="l-1" href="#l-1">', '<span title="a > b">', '<code title="<pre>">', "<P>", "<a b=c>"),
]
ALONE = [
    *("rye", " ", "\n", "  \n ", "rye\n", " rye", "&amp;", "&lt;b&gt;", "&", "&#", "\xa0", ">"),
    *(
        "<br>",
        "<br />",
        '<img alt="a > b" src=x>',
        "<path d='M0'/>",
        "<p/>",
        "<!-- oats -->",
        "<",
        "</",
    ),
]
CODE = ["<pre><span></span><code>", '<pre id="a"><code>', "<pre><code>"]


def _stock(html: str) -> Found | str:
    """Return what the plugin's parser finds, or the name of its error."""
    parser = search_plugin.Parser()
    try:
        parser.feed(html)
        parser.close()
    except (ValueError, AttributeError, AssertionError) as error:
        return type(error).__name__
    return _plain(parser.data)


def _ours(html: str) -> Found | str | None:
    """Return what is found here, the name of the error, or None where the HTML is unusual."""
    try:
        found = sections.read(html, search_plugin.Section)
    except (ValueError, AttributeError, AssertionError) as error:
        return type(error).__name__
    return None if found is None else _plain(found)


def _plain(found: list[sections.Section]) -> Found:
    """Return what entries are made of."""
    return [
        (str(each.el.tag), each.is_excluded(), each.id, "".join(each.title), "".join(each.text))
        for each in found
    ]


def _closed(opening: str, inside: str) -> str:
    """Return an element with what is in it."""
    names = [
        part.split()[0] for part in opening.replace("<span></span>", "").strip("<>").split("><")
    ]
    return opening + inside + "".join(f"</{name}>" for name in reversed(names))


def _elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(inner, max_size=4).map("".join)
    return st.builds(_closed, st.sampled_from(OPENINGS + CODE * 3), inside)


HTML = st.lists(st.recursive(st.sampled_from(ALONE), _elements, max_leaves=12), max_size=5)


@settings(max_examples=400, deadline=None)
@given(HTML.map("".join))
def test_sections_are_those_of_the_plugin(html: str) -> None:
    """In elements that are closed, however they lie in each other."""
    assert _ours(html) in (None, _stock(html))


@settings(max_examples=200, deadline=None)
@given(HTML.map("".join), st.integers(0, 300), st.integers(0, 300))
def test_damaged_html_is_read_like_the_plugin_does(html: str, start: int, length: int) -> None:
    """Some of it is missing, in the middle of a tag perhaps."""
    damaged = html[:start] + html[start + length :]
    assert _ours(damaged) in (None, _stock(damaged))


def test_elements_are_treated_as_the_plugin_does() -> None:
    """Which have no end, and which the index shows."""
    assert search_plugin.void == sections.VOID
    assert search_plugin.Parser().keep == sections.SHOWN


@pytest.mark.parametrize(
    "html",
    ["<p>Rye<!-- oats --></p>", "<script>a</script>", "<P>Rye</P>", "<p", "<p>Rye</ p>", "<a b=c>"],
)
def test_unusual_html_is_left_to_the_plugin(html: str) -> None:
    """Whatever a renderer seldom writes."""
    assert sections.read(html, search_plugin.Section) is None


def test_highlighted_code_is_read_without_its_elements() -> None:
    """With its lines numbered by links, and what is no highlighting around it."""
    numbered = HtmlFormatter(
        cssclass="highlight", lineanchors="l", linespans="s", anchorlinenos=True, wrapcode=True
    )
    code = highlight(
        '@app.get("/")\ndef read() -> str:\n    return "<b>"\n', PythonLexer(), numbered
    )
    html = f'<h1 id="bread">Bread</h1>\n{code}<p>Rye &amp; oats</p>'
    assert _ours(html) == _stock(html)
    found = sections.read(html, search_plugin.Section)
    assert found is not None
    assert 'return "&lt;b&gt;"' in "".join(found[0].text)
    assert len(found[0].text) < 15
