"""Pages that show data in a built site."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "data_pages")]
PAGE = """\
---
description: A page made of data.
data: [breads]
---

# Breads { #breads }

{% for bread in breads %}
- {{ bread.title }}
{% endfor %}
"""
BREADS = '[{title: "Rye [x](y) <b>*"}]\n'


def build_site(root: Path, page: str, *, code: str = "en") -> str:
    """Build a small site with the page `breads.md` in one language; return its HTML."""
    make_project(
        root,
        {
            "docs/en/breads.md": page,
            "docs/es/index.md": "# Inicio { #home }\n",
            "data/breads.yml": BREADS,
            "data/schemas/breads.json": '{"type": "array"}',
            "mkdocs.yml": configuration(
                ["index.md", "breads.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                strict=True,
                markdown_extensions=["attr_list"],
            ),
        },
    )
    docs = str(root / "docs" / code)
    build(load_config(str(root / "mkdocs.yml"), docs_dir=docs, site_dir=str(root / "site")))
    return (root / "site/breads/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["en", "es"])
def test_data_are_shown_as_they_stand(tmp_path: Path, code: str) -> None:
    """A title with marks of Markdown and HTML is shown literally, in a fallback page too."""
    html = build_site(tmp_path, PAGE, code=code)
    assert "<li>Rye &#91;x&#93;&#40;y&#41; &#60;b&#62;&#42;</li>" in html


def test_other_pages_keep_their_braces(tmp_path: Path) -> None:
    """A page that asks for no data is no template."""
    html = build_site(tmp_path, "# Breads\n\n{{ breads }} {% for %}\n")
    assert "<p>{{ breads }} {% for %}</p>" in html


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("bread.title", "bread.price", "docs/en/breads.md:9: the template fails"),
        ("{% endfor %}", "", "docs/en/breads.md:9: the template can't be read"),
        ("[breads]", "[cakes]", "docs/en/breads.md:3: data/cakes.yml can't be read"),
    ],
)
def test_a_fault_stops_the_build_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, old: str, new: str, message: str
) -> None:
    """The line is that of the page's file, whose front matter MkDocs has cut off."""
    with pytest.raises(Abort):
        build_site(tmp_path, PAGE.replace(old, new))
    assert any(message in text for text in caplog.messages)
