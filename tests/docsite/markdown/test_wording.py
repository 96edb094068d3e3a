"""The words of a text, told apart from all that is not said to readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import markdown
from scripts.docsite.markdown.wording import reworded

PIECES = st.one_of(
    st.sampled_from([*"[](){}<>|`", "**", "[x]", "word", "`code`", "``a`b``", "<b>", "</b>"]),
    st.sampled_from(["[link](page.md#id)", "![alt](a.png){width=3}", "<https://a.example/b>"]),
    st.sampled_from(["{{name}}", "{%if%}", "&amp;", "++ctrl+c++", "https://a.example/c"]),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("A hut has `beds()`.", "A HUT HAS `beds()`.", id="code"),
        pytest.param("[The map](a/map.md#top)", "[THE MAP](a/map.md#top)", id="a link"),
        pytest.param(
            "![A hut](hut.png){ width=3 }", "![A HUT](hut.png){ width=3 }", id="a picture"
        ),
        pytest.param("# Huts { #huts }", "# HUTS { #huts }", id="an id"),
        pytest.param("[`code` and text](a.md)", "[`code` AND TEXT](a.md)", id="code in a link"),
        pytest.param("<b class='x'>bold</b>", "<b class='x'>BOLD</b>", id="a tag"),
        pytest.param('<img alt="A hut" src="a.png">', '<img alt="A HUT" src="a.png">', id="said"),
        pytest.param("{{ data.name }} huts", "{{ data.name }} HUTS", id="a template"),
        pytest.param("Tested with {name}", "TESTED WITH {name}", id="a name to be filled in"),
        pytest.param("huts &amp; beds", "HUTS &amp; BEDS", id="a reference"),
        pytest.param("press ++ctrl+c++", "PRESS ++ctrl+c++", id="keys"),
        pytest.param("see <https://a.example/b>", "SEE <https://a.example/b>", id="an address"),
        pytest.param("see https://a.example/b", "SEE https://a.example/b", id="a plain address"),
        pytest.param("`over\ntwo` lines", "`over\ntwo` LINES", id="code over two lines"),
        pytest.param("* [x] done", "* [x] DONE", id="a task"),
    ],
)
def test_only_words_change(text: str, shown: str) -> None:
    """Whatever a program reads stays as it is."""
    assert reworded(text, str.upper) == shown


@given(st.lists(PIECES, max_size=12), st.sampled_from([" ", "", "\n"]))
def test_nothing_but_words_changes(pieces: list[str], between: str) -> None:
    """Code and targets are the same, and so is every mark, in its place."""
    text = between.join(pieces)
    shown = reworded(text, str.upper)
    assert shown.lower() == text.lower()
    before, after = markdown.scan(text), markdown.scan(shown)
    assert [span.text for span in after.code_spans] == [span.text for span in before.code_spans]
    assert [link.target for link in after.links] == [link.target for link in before.links]
