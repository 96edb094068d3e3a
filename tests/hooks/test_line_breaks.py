"""Line breaks in a built site: only pages in a language without spaces are joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import REPOSITORY, Project, configuration

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "line_breaks")]
LANGUAGES = """\
languages:
  en: {name: English, direction: ltr, theme: en}
  ja: {name: 日本語, direction: ltr, theme: ja}
"""


def test_only_pages_in_such_a_language_are_joined(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    """A page that is shown in English stays as it is, also where it quotes the other language."""
    project = make_project(
        {
            "mkdocs.yml": configuration(
                ["index.md", "huts.md"],
                theme={"name": "mkdocs"},
                hooks=HOOKS,
                markdown_extensions=["attr_list"],
            ),
            "data/languages.yml": LANGUAGES,
            "docs/en/huts.md": "# Huts { #huts }\n\nIn Japanese:\n山。\n小屋。\n",
            "docs/ja/index.md": "# 山 { #home }\n\n小屋です。\nFastAPI は\n速い。\n",
        }
    )
    folder, site = str(project.root / "docs/ja"), tmp_path / "site"
    build(load_config(str(project.root / "mkdocs.yml"), docs_dir=folder, site_dir=str(site)))
    assert "<p>小屋です。FastAPI は速い。</p>" in (site / "index.html").read_text(encoding="utf-8")
    assert "山。\n小屋。" in (site / "huts/index.html").read_text(encoding="utf-8")
