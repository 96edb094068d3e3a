"""Docstrings: links that their authors forgot to close, and links to the guide's own pages."""

from __future__ import annotations

import pytest

from scripts.docsite import docstrings

UPSTREAM = docstrings.UPSTREAM


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "See\n[the docs](https://a.example/b#c\n\nMore.",
            "See\n[the docs](https://a.example/b#c)\n\nMore.",
        ),
        ("See [the docs](https://a.example/b", "See [the docs](https://a.example/b)"),
    ],
)
def test_open_links_are_closed(text: str, mended: str) -> None:
    """At the end of the line, which is the end of the address."""
    assert docstrings.mended(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See [the docs](https://a.example/b).",
        "See [the docs](https://a.example/b) and [others](https://a.example/c)",
        "See [the docs](https://a.example/b 'Title')",
        "values[0](http",
        "Nothing](",
    ],
)
def test_other_text_stays(text: str) -> None:
    """Closed links, and what only looks like one."""
    assert docstrings.mended(text) == text


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Text.\n\n## Example\n\n### More", "Text.\n\n# Example\n\n## More"),
        ("### Deep", "# Deep"),
        ("# One\n\n### Three", "# One\n\n### Three"),
        ("## Example\n\n```python\n# a comment\n```", "# Example\n\n```python\n# a comment\n```"),
        ("~~~~\n```\n## x\n~~~~\n## Y", "~~~~\n```\n## x\n~~~~\n# Y"),
        ("#no heading", "#no heading"),
        ("", ""),
    ],
)
def test_headings_begin_with_the_first_level(text: str, raised: str) -> None:
    """As far below each other as they were; code is no heading."""
    assert docstrings.raised(text) == raised
    assert docstrings.raised(raised) == raised


def test_signatures_and_docstrings_repeat_no_ids() -> None:
    """The lines of other code keep theirs, which links may lead to."""
    line = '<span id="__span-0-1">x</span>'
    code = f'<div class="highlight"><pre>{line}</pre></div>'
    html = f'<div class="language-python doc-signature highlight"><pre>{line}</pre></div>{code}'
    docstring = code.replace("__span", "fastapi.FastAPI--__span")
    expected = html.replace(' id="__span-0-1"', "", 1)
    assert docstrings.without_line_ids(html) == expected
    assert docstrings.without_line_ids(docstring) == code.replace(' id="__span-0-1"', "")


def test_the_guide_is_named_behind_the_link() -> None:
    """For the pages that it has, whatever else the address and the link hold."""
    html = f'In the <a href="{UPSTREAM}a/b/#c">docs\nfor <abbr title="J">J</abbr></a>.'
    shown = docstrings.with_guide(html, {"a/b": "../../a/b/"}.get)
    assert shown == f'{html[:-1]} or <a href="../../a/b/">in this guide</a>.'
    assert docstrings.with_guide(html, {"a": "../a/"}.get) == html


def test_what_the_guide_tells_on_another_page_leads_there() -> None:
    """Both pages have a name of their own."""
    ((theirs, ours),) = docstrings.ELSEWHERE.items()
    html = f'<a href="{UPSTREAM}{theirs}/">x</a>'
    assert docstrings.with_guide(html, {ours: "../y/"}.get).endswith(
        '<a href="../y/">in this guide</a>'
    )


def test_links_to_elsewhere_stay() -> None:
    """Other sites, and the home page of FastAPI's own docs."""
    html = f'<a href="https://a.example/a/b/">x</a> <a href="{UPSTREAM}">y</a>'
    assert docstrings.with_guide(html, lambda path: "../") == html
