"""Inline code in prose becomes a link, once a section, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite.markdown import Document, scan, with_code_linked

LINES = st.sampled_from(
    [
        "",
        "text `A` and `B`",
        "`A`",
        "* item `A`",
        "    `A` indented",
        "## `A` { #a }",
        "[`A`](x.md) `A`",
        "[of `A`][x]",
        '<a href="x">`A`</a>',
        "``A` ``",
        "| `A` | `B` |",
        "/// tip | `A`",
        "///",
        "<!-- `A` -->",
        "<!-- x --> `A`",
        "{* `A` *}",
    ]
)


def address(section: str, text: str) -> str | None:
    """Lead `A` and `B` to pages of their names."""
    return {"A": "a.md", "B": "b.md"}.get(text)


def linked(text: str) -> str:
    """Return the text with its code linked."""
    return with_code_linked(scan(text), address)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See `A`, `C`.", "See [`A`](a.md), `C`."),
        ("Two ticks: `` A ``.", "Two ticks: [`` A ``](a.md)."),
        ("`A` and `A`\nand `B` and\n`A`", "[`A`](a.md) and `A`\nand [`B`](b.md) and\n`A`"),
        ("`A`\n\n`A`\n\n## S { #s }\n\n`A`", "[`A`](a.md)\n\n`A`\n\n## S { #s }\n\n[`A`](a.md)"),
        (
            "| `A` | x |\n|---|---|\n| `B` | y |",
            "| [`A`](a.md) | x |\n|---|---|\n| [`B`](b.md) | y |",
        ),
        ("* `A`\n\n    `B` of it", "* [`A`](a.md)\n\n    [`B`](b.md) of it"),
        ("* x\nlazy\n\n    `B` of it", "* x\nlazy\n\n    [`B`](b.md) of it"),
    ],
    ids=["prose", "two ticks", "once", "once a section", "table", "list", "wrapped list"],
)
def test_code_becomes_a_link(text: str, expected: str) -> None:
    """The first of a section leads to its address."""
    assert linked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## `A` { #a }",
        "`A`\n===",
        "```\n`A`\n```",
        "text\n\n    `A` in indented code",
        "[`A`](x.md) [see `A` there](x.md) [`A`][x] [`A`]",
        "![`A`](x.png)",
        '<a href="x">of `A`</a> <img alt="`A`">',
        "<!-- `A` -->",
        "/// tip | `A`\n///",
        "\\`A` and `A",
    ],
)
def test_what_is_no_prose_or_a_link_already_stays(text: str) -> None:
    """Headings, code blocks, titles of blocks, comments, and what stands in a link."""
    assert linked(text) == text


def test_what_the_section_links_itself_is_not_linked_again() -> None:
    """A writer's own link to the same place is enough; one to another place is another link."""
    assert linked("[`A`](a.md) or `A`") == "[`A`](a.md) or `A`"


def test_the_section_decides_with_the_name() -> None:
    """An address can differ from section to section; the text before all headings has no id."""
    seen = []

    def note(section: str, text: str) -> None:
        seen.append((section, text))

    with_code_linked(scan("`A`\n\n## S { #s }\n\n`B`"), note)
    assert dict.fromkeys(seen) == {("", "A"): None, ("s", "B"): None}


@given(st.lists(LINES, max_size=12))
def test_only_links_are_added(lines: list[str]) -> None:
    """Without the links that were added the text is what it was, and a second time adds none."""
    try:
        document: Document = scan("\n".join(lines))
    except Exception:
        return
    once = with_code_linked(document, address)
    assert with_code_linked(scan(once), address) == once
    for name in ("A", "B"):
        once = once.replace(f"[`{name}`]({name.lower()}.md)", f"`{name}`")
    assert once == document.text
