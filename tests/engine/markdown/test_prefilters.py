"""Patterns that are tried only where they can match: the HTML is what it was."""

from __future__ import annotations

import re
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import blockprocessors
from material.plugins.typeset import plugin as typeset
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scripts.engine.markdown import prefilters

ROOT = Path(__file__).parents[3]

KNOWN = {
    r"(^|\n)[ ]{0,3}>[ ]?(.*)": (">",),
    r"^[ ]{0,3}\[\^([^\]]*)\]:": ("[^",),
    r"/{3,}|:{2}": ("///", "::"),
    r"(?<!\\)(?:a|b)+[*_]": ("*", "_"),
    r"(?<=>)x": (">",),
    r"(?:#x)?y*": (),
    r"[^#]|#": (),
    r"(?!#)\w": (),
    r"(?i)rye": (),
    r"(?i)<rye>": (),
    r"(?i)<\d": ("<",),
    r"r(?i:Y)e": ("r",),
    r"\d[a-c]": (),
    "a|b|c|d|e|f|g": (),
    "rye": ("rye",),
    "": (),
}


@pytest.mark.parametrize(("pattern", "expected"), KNOWN.items())
def test_needles_are_what_a_match_must_have(pattern: str, expected: prefilters.Needles) -> None:
    """As long as they can be, and seldom in other texts."""
    assert prefilters.needles(pattern, re.compile(pattern).flags) == expected


LETTERS = "ab#>\n"
ATOMS = [*map(re.escape, LETTERS), "[ab]", "[^a]", ".", r"\w", "^", "$"]


def _extended(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return patterns that are made of others."""
    return st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*", "+", "?", "{2,3}", "+?", "{2}"])),
        st.builds("({})".format, inner),
        st.builds("(?{}{})".format, st.sampled_from(["=", "!", ">", "i:", "m:"]), inner),
    )


@settings(max_examples=500, deadline=None)
@given(
    st.recursive(st.sampled_from(ATOMS), _extended, max_leaves=6),
    st.text(LETTERS + "AB", max_size=8),
    st.sampled_from([re.NOFLAG, re.IGNORECASE, re.MULTILINE, re.DOTALL]),
)
def test_what_matches_has_a_needle(pattern: str, text: str, flags: re.RegexFlag) -> None:
    """Whatever the pattern."""
    compiled = re.compile(pattern, flags)
    found = prefilters.needles(compiled.pattern, compiled.flags)
    if found and compiled.search(text):
        assert any(needle in text for needle in found)


PIECES = [
    *("# Rye { #rye }", "Rye\n===", "> oats", "- a\n- b", "    code", "1. a", "---", "* * *", "__"),
    *("/// note | Rye", "///", "//// tab | A", "////", "[^1]: Foot", "text[^1]", "*[HTML]: long"),
    *(
        "HTML",
        "| a | b |\n|---|---|\n| `c` | d |",
        "a | b\n--|--\n1 | 2",
        "a\n|---|\nb",
        "|a\n|-\n|b",
        "a\\|b\n-|-",
        "```python\nx = 1\n```",
        "`#!python x`",
        "``a``",
    ),
    *("*em* **st** _em_", "a^2^ H~2~O ==m== ^^i^^ ~~d~~", "++ctrl+c++", "\\++a++ \\*", "<a@b.c>"),
    *("<https://x.y>", "[a](b.md) ![c](d.png)", "[a][b] ![a][b] [c]", "[b]: https://x.y", "x  \ny"),
    *(
        "&amp; &#35; &",
        "<div markdown>",
        "</div>",
        "<b class='x'>y</b>",
        "{ .c }",
        ":::",
        "# ::: a",
    ),
]


@cache
def _config() -> MkDocsConfig:
    """Return this project's own configuration."""
    return load_config(str(ROOT / "mkdocs.yml"))


def _html(text: str) -> str:
    config: Any = _config()
    extensions = [e for e in config.markdown_extensions if "include" not in e]
    return markdown.Markdown(extensions=extensions, extension_configs=config.mdx_configs).convert(
        text
    )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", " ", "    "])), max_size=8
    )
)
def test_html_is_what_it_was(pieces: list[tuple[str, str]]) -> None:
    """With all extensions of this project."""
    text = "".join(map("".join, pieces))
    expected = _html(text)
    with prefilters.applied():
        assert _html(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "rye\noats", "{! rye.txt !}\noats", "a {!+ rye.txt !} b", "\\{! rye.txt !}", "{ ! }"],
)
def test_what_is_included_is_what_it_was(text: str, tmp_path: Path) -> None:
    """With a file, without one, and where it is only written of it."""
    (tmp_path / "rye.txt").write_text("rye\n{! barley.txt !}\n")
    (tmp_path / "barley.txt").write_text("barley\n")
    include = {"mdx_include": {"base_path": str(tmp_path)}}
    made = [
        markdown.Markdown(extensions=["mdx_include"], extension_configs=include),
        markdown.Markdown(extensions=["mdx_include"], extension_configs=include),
    ]
    expected = made[0].convert(text)
    with prefilters.applied():
        assert made[1].convert(text) == expected
    assert ("barley" in expected) == ("{!" in text and "\\" not in text)


@pytest.mark.parametrize("label", ["", " data-toc-label='Rye'", ' data-toc-label="Oats"'])
def test_a_title_that_has_its_own_label_is_left(label: str) -> None:
    """By the typeset plugin, which else takes the title with its markup."""
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="a.md"), meta={}, title=None)
    html = '<h1 id="rye"><em>Rye</em></h1>'
    page.markdown = f"# *Rye* {{ #rye{label} }}"
    found = []
    for around in (nullcontext(), prefilters.applied()):
        plugin = typeset.TypesetPlugin()
        plugin.load_config({})
        plugin.on_config(None)
        page.toc = TableOfContents([AnchorLink("Rye", "rye", 1)])
        with around:
            plugin.on_page_content(html, page=page, config=None, files=None)
        found.append(getattr(page.toc.items[0], "typeset", None))
    assert found[0] == found[1]
    assert bool(found[0]) == ("Rye" not in label)


def test_patterns_are_put_back() -> None:
    """As they were before."""
    pattern = blockprocessors.BlockQuoteProcessor.RE
    with prefilters.applied():
        assert blockprocessors.BlockQuoteProcessor.RE is not pattern
        assert blockprocessors.BlockQuoteProcessor.RE.pattern == pattern.pattern
    assert blockprocessors.BlockQuoteProcessor.RE is pattern
