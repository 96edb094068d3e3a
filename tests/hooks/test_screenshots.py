"""Screenshots in a built site."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "screenshots")]
PAGE = """\
---
description: A page with a picture.
---

# Huts { #huts }

<!-- screenshot: example=huts/tutorial001.py page=/docs alt="Two huts" -->

Text.
"""
NAMES = [f"huts-tutorial001-docs.{s}@{d}x.webp" for s in ("light", "dark") for d in (1, 2)]


def build_site(root: Path, *, names: list[str], code: str = "en", folder: str = "site") -> str:
    """Build a small site with the page `huts.md` and pictures; return the page's HTML."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 4)).save(buffer, "WEBP")
    make_project(
        root,
        {
            "docs/en/huts.md": PAGE,
            "docs/es/index.md": "# Inicio { #home }\n",
            "docs_src/huts/tutorial001.py": "app = None\n",
            **{f"docs/en/img/screenshots/{name}": buffer.getvalue() for name in names},
            "mkdocs.yml": configuration(
                ["index.md", "huts.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                markdown_extensions=["attr_list", "md_in_html"],
            ),
        },
    )
    docs = str(root / "docs" / code)
    build(load_config(str(root / "mkdocs.yml"), docs_dir=docs, site_dir=str(root / folder)))
    return (root / folder / "huts/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "folder", "address"),
    [
        ("en", "site", "../img/screenshots"),
        ("es", "site/es", "../../img/screenshots"),
        ("es", "preview", "../img/screenshots"),
    ],
    ids=["English", "a language inside the site", "a language alone"],
)
def test_readers_see_a_picture(
    tmp_path: Path, code: str, folder: str, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A language inside the site shows the English copies, and has none of its own."""
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        html = build_site(tmp_path, names=NAMES, code=code, folder=folder)
    assert caplog.records == []
    assert f'src="{address}/{NAMES[0]}"' in html
    assert f'srcset="{address}/{NAMES[2]} 1x, {address}/{NAMES[3]} 2x"' in html
    assert "screenshot:" not in html
    copies = list((tmp_path / folder / "img").rglob("*.webp"))
    assert len(copies) == (0 if folder == "site/es" else 4)


@pytest.mark.parametrize(("code", "count"), [("en", 1), ("es", 0)])
def test_a_missing_picture_is_a_warning_with_its_line(
    tmp_path: Path, code: str, count: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Told in the page's own language alone; a strict build fails on it."""
    with caplog.at_level(logging.WARNING, logger="mkdocs.hooks"):
        build_site(tmp_path, names=NAMES[1:], code=code)
    assert [record.getMessage() for record in caplog.records] == [
        f"docs/en/huts.md:7: P018 the picture is missing: docs/en/img/screenshots/{NAMES[0]}\n"
        "  → make it with `docs screenshots huts.md`"
    ] * count
