"""The generated Markdown, as the site's extensions read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest

from scripts.docsite import includes
from scripts.docsite.includes import syntaxes

Render = Callable[[str], str]
LABELS = {
    "variant_annotated": "Annotated",
    "variant_plain": "Plain",
    "prefer_annotated": "Prefer `Annotated`.",
    "full_file": "Full",
    "code_above": "Above",
    "code_between": "Between",
    "code_below": "Below",
}
INCLUDE = "{* ../../docs_src/huts/tutorial001_an.py ln[2:3] hl[3] *}"
EXTENSIONS: dict[str, dict[str, Any]] = {
    "pymdownx.blocks.admonition": {},
    "pymdownx.blocks.details": {},
    "pymdownx.blocks.tab": {"alternate_style": True},
    "pymdownx.highlight": {"line_spans": "__span"},
    "pymdownx.superfences": {},
    "mdx_include": {},
}


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Return what makes HTML of a page in a small project."""
    folder = tmp_path / "docs_src/huts"
    folder.mkdir(parents=True)
    (folder / "tutorial001_an.py").write_text("one = 1\n\ntwo: int = 2\n\nthree = 3\n")
    (folder / "tutorial001.py").write_text("one = 1\n\ntwo = 2\n\nthree = 3\n")

    def render(text: str) -> str:
        expansion = includes.expand(
            text,
            root=tmp_path,
            page="docs/en/page.md",
            language_folder=tmp_path / "docs/en",
            labels=LABELS,
        )
        md = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)
        return md.convert(expansion.markdown)

    return render


def nested(markers: list[str], inside: str) -> str:
    """Return `inside` in a block for each of the markers, the first one outermost."""
    for marker in reversed(markers):
        inside = f"{marker} note | Outer\n\nBefore.\n\n{inside}\n\nAfter.\n\n{marker}"
    return f"{inside}\n\nEnd.\n"


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize(
    "markers",
    [[], ["///"], ["////"], ["/////"], ["////", "///"], ["///", "/////"], ["////", "///", "/////"]],
)
def test_blocks_are_nested_as_meant(render: Render, markers: list[str], indent: str) -> None:
    """Whatever stands around it, an include is one group of two tabs with all they hold."""
    text = nested(markers, INCLUDE)
    if indent:
        text = "* item\n\n" + "".join(f"{indent}{line}\n" for line in text.split("\n"))
    html = render(text)
    assert "//" not in html
    assert "```" not in html
    assert html.count('class="tabbed-set') == 1
    assert html.count("<label ") == 2
    assert html.count("<summary>Full</summary>") == 2
    assert html.count('class="admonition tip"') == 1
    assert html.count('class="admonition note"') == len(markers)
    assert html.count('<span class="hll">') == 4
    blocks = re.split('<div class="tabbed-block">', html)
    assert len(blocks) == 3
    assert html.rindex("</details>") < html.rindex("End.")
    after = [match.start() for match in re.finditer("<p>After", html)]
    assert len(after) == len(markers)
    assert all(html.rindex("</details>") < position for position in after)


def test_each_include_is_a_group_of_its_own(render: Render) -> None:
    """Two includes one after the other do not become four tabs."""
    html = render(f"{INCLUDE}\n\n{INCLUDE}\n")
    assert html.count('class="tabbed-set') == 2


def test_gaps_are_comments(render: Render) -> None:
    """What was left out is said in the language of the file."""
    html = render(INCLUDE)
    assert html.count('<span class="c1"># Above</span>') == 2
    assert html.count('<span class="c1"># Below</span>') == 2


@pytest.mark.parametrize(
    ("path", "language", "comment"),
    [
        ("docs_src/a/b.PY", "python", "# x"),
        ("docs_src/a/Dockerfile", "dockerfile", "# x"),
        ("docs_src/a/.env", "bash", "# x"),
        ("docs_src/a/b.html", "html", "<!-- x -->"),
        ("docs_src/a/b.css", "css", "/* x */"),
        ("docs_src/a/b.json", "json", "// x"),
        ("docs_src/a/b.sql", "sql", "-- x"),
        ("docs_src/a/b.unknown", "text", "# x"),
    ],
)
def test_syntax_follows_the_name(path: str, language: str, comment: str) -> None:
    """The suffix, or the whole name, says how a file is highlighted and commented."""
    syntax = syntaxes.of(path)
    assert (syntax.language, syntax.comment("x")) == (language, comment)
