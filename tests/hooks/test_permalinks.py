"""The links beside headings: named in the language that a page is written in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import REPOSITORY, Project, configuration

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "permalinks")]
CODE = '`<a class="headerlink" href="#x" title="Permanent link">`'


def test_links_are_named_in_the_language(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    """Those of a page that is shown in English, in English; what looks like one in code stays."""
    settings = {
        "theme": {"name": "mkdocs"},
        "hooks": HOOKS,
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
    }
    project = make_project(
        {
            "mkdocs.yml": configuration(["index.md", "huts.md"], **settings),
            "docs/en/huts.md": "# Huts { #huts }\n",
            "docs/es/index.md": f"# Inicio {{ #home }}\n\n{CODE}\n",
            "data/messages/es.yml": "permanent_link: Enlace <permanente>\n",
        }
    )
    folder, site = str(project.root / "docs/es"), tmp_path / "site"
    build(load_config(str(project.root / "mkdocs.yml"), docs_dir=folder, site_dir=str(site)))
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<a class="headerlink" href="#home" title="Enlace &lt;permanente&gt;">' in home
    assert 'class="headerlink" href="#x" title="Permanent link"&gt;</code>' in home
    huts = (site / "huts/index.html").read_text(encoding="utf-8")
    assert '<a class="headerlink" href="#huts" title="Permanent link">' in huts
