"""What a reader sees of a block: the Markdown, and the HTML that the site's extensions make."""

from __future__ import annotations

import re
from pathlib import Path

import markdown as python_markdown
import pytest

from scripts.docsite.exchanges import rendering

CASES = Path(__file__).parents[1] / "cases/exchanges/rendered"
EXTENSIONS = {
    "attr_list": {},
    "md_in_html": {},
    "pymdownx.highlight": {"line_spans": "__span", "pygments_lang_class": True},
    "pymdownx.superfences": {},
    "pymdownx.blocks.admonition": {},
}


def html(text: str) -> str:
    """Return the HTML that the site makes of a page's Markdown."""
    rendered = rendering.render(text, "page.md")
    return python_markdown.markdown(
        rendered, extensions=list(EXTENSIONS), extension_configs=EXTENSIONS
    )


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Return class, title and text of each code block in the HTML of a page."""
    found = []
    pattern = r'<div class="([^"]*)">(?:<span class="filename">(.*?)</span>)?<pre>(.*?)</pre></div>'
    for marks, title, code in re.findall(pattern, html(text), re.DOTALL):
        plain = re.sub(r"<[^>]*>", "", code)
        plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        found.append((marks, title, plain.replace("&quot;", '"')))
    return found


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_a_block_becomes_what_readers_see(path: Path) -> None:
    """Each case is a page, and below the line of equals signs what it becomes."""
    source, expected = path.read_text(encoding="utf-8").split("\n=====\n")
    assert rendering.render(source, "page.md").rstrip() == expected.rstrip()
    assert rendering.render(expected, "page.md") == expected


def test_an_exchange_is_two_blocks_of_html() -> None:
    """Request and response are highlighted, and stand next to each other."""
    page = (
        'Text\n\n```http example="a/b.py"\nPOST /huts?x=1\nX-A: b\n\n{"a": 1}\n\n'
        '422\n{"detail": [{"loc": ["body"], "n": ...}], ...}\n```\n'
    )
    assert blocks(page) == [
        (
            "language-http exchange-request highlight",
            "",
            'POST /huts?x=1 HTTP/1.1\nX-A: b\nContent-Type: application/json\n\n{"a": 1}\n',
        ),
        (
            "language-json exchange-response status-4xx highlight",
            "422 Unprocessable Content",
            '{"detail": [{"loc": ["body"], "n": …}], …}\n',
        ),
    ]
    text = html(page)
    assert re.search(r"exchange-request.*</div>\s*<div class=\"[^\"]*exchange-response", text, re.S)
    assert '<span class="nt">"a"</span>' in text
    assert "example=" not in text and "a/b.py" not in text


def test_headers_of_a_response_stand_on_top() -> None:
    """With a status of its own name, and the body below."""
    page = '```http example="a/b.py"\nGET /a\n\n201\nlocation: /a/1\n{"a": 1}\n```\n'
    assert blocks(page)[1] == (
        "language-yaml exchange-response status-2xx highlight",
        "201 Created",
        'location: /a/1\n\n{"a": 1}\n',
    )


@pytest.mark.parametrize(
    ("shown", "title", "content"),
    [
        ("204", "204 No Content", "\n"),
        ("307\nlocation: /x", "307 Temporary Redirect", "location: /x\n"),
        ("299\nHello <b>", "299", "Hello <b>\n"),
        ("200\nid: 1\ndata: x\n\n...", "200 OK", "id: 1\ndata: x\n\n…\n"),
        ("200\n...", "200 OK", "…\n"),
        ('200\n{"a": "..."}', "200 OK", '{"a": "..."}\n'),
        ("200\n[1] is no JSON", "200 OK", "[1] is no JSON\n"),
        ("413\nToo much", "413 Content Too Large", "Too much\n"),
    ],
)
def test_every_kind_of_response_has_a_title(shown: str, title: str, content: str) -> None:
    """Text, streams, empty and unknown answers; `...` in a JSON text is no omission."""
    page = f'```http example="a/b.py"\nGET /a\n\n{shown}\n```\n'
    assert blocks(page)[1][1:] == (title, content)


def test_a_conversation_is_one_block() -> None:
    """Arrows say who speaks."""
    page = '```http example="a/b.py"\nWS /ws?q="x"\ncookie: a=b\n\n> hi\n< {}\nclose 1008 No\n```\n'
    assert blocks(page) == [
        (
            "language-text exchange-request exchange-websocket highlight",
            "WebSocket /ws?q=%22x%22",
            "cookie: a=b\n→ hi\n← {}\nclose 1008 No\n",
        )
    ]


def test_fences_render_inside_lists_and_blocks() -> None:
    """Indented fences stay where they are."""
    page = (
        '- item\n\n    ```http example="a/b.py"\n    GET /a\n\n    200\n    {\n'
        '      "a": 1\n    }\n'
        '    ```\n\n/// tip\n```json openapi="a/b.py#/paths/~1a~1{b}"\n{"a": 1}\n```\n///\n'
    )
    text = html(page)
    assert "```" not in text and "<li>" in text
    assert [content for _, _, content in blocks(page)] == [
        "GET /a HTTP/1.1\n",
        '{\n  "a": 1\n}\n',
        '{"a": 1}\n',
    ]


def test_a_block_that_cannot_be_read_is_shown_as_written() -> None:
    """The check tells it; the reader of a preview sees the text."""
    page = '```http example="a/b.py"\nGET huts\n```\n'
    assert rendering.render(page, "page.md") == "```http\nGET huts\n```\n"


def test_other_fences_are_not_touched() -> None:
    """Neither their options nor fences that only show how a block is written."""
    page = (
        '```python title="main.py" hl_lines="1"\nx = 1\n```\n\n'
        '````markdown\n```http example="a/b.py"\nGET /a\n\n200\n```\n````\n'
    )
    assert rendering.render(page, "page.md") == page
