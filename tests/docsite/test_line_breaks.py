"""Line breaks in languages without spaces between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import line_breaks


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>框架。\n你用普通的</p>", "<p>框架。你用普通的</p>"),
        ("<p>フレームワークです。\nAPI が</p>", "<p>フレームワークです。API が</p>"),
        ("<p>受け取り\n返す</p>", "<p>受け取り返す</p>"),
        ("<p>使う\nFastAPI は</p>", "<p>使う\nFastAPI は</p>"),
        ("<p>FastAPI\nis</p>", "<p>FastAPI\nis</p>"),
        ("<p>값을\n돌려준다.\n다음</p>", "<p>값을\n돌려준다.\n다음</p>"),
        (
            "<p><a href='x'>見る</a>。\n<b>def</b> は</p>",
            "<p><a href='x'>見る</a>。<b>def</b> は</p>",
        ),
        ("<p><a href='x'>見る</a>\n<em>人</em></p>", "<p><a href='x'>見る</a><em>人</em></p>"),
        ("<li>書く。\n<ul>\n<li>読む。</li>\n</ul></li>",) * 2,
        ("<pre># 框架\n你用</pre>\n<p>甲\n乙</p>", "<pre># 框架\n你用</pre>\n<p>甲乙</p>"),
        ("甲\n乙\n丙\n丁", "甲乙丙丁"),
    ],
)
def test_a_break_is_no_space_where_there_is_none(html: str, expected: str) -> None:
    """Beside full-width marks and between letters of full width, across elements of a line."""
    assert line_breaks.joined(html) == expected


@pytest.mark.parametrize(
    ("tag", "writes_none"),
    [("ja", True), ("zh", True), ("zh-Hant", True), ("ko", False), ("en", False), ("fa", False)],
)
def test_languages_without_spaces(tag: str, writes_none: bool) -> None:
    """By their tags."""
    assert line_breaks.writes_no_spaces(tag) is writes_none


@given(st.text(alphabet="甲乙。，aB \n<>/prea\"='!-", max_size=60))
def test_nothing_but_blanks_is_lost(html: str) -> None:
    """Whatever the HTML, and a second time changes nothing."""
    joined = line_breaks.joined(html)
    assert "".join(joined.split()) == "".join(html.split())
    assert line_breaks.joined(joined) == joined
