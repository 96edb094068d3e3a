"""Abbreviations in a built site: explained in the language that a page is written in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.support import REPOSITORY, Project, configuration

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "abbreviations")]
SETTINGS = {
    "theme": {"name": "mkdocs"},
    "hooks": HOOKS,
    "plugins": ["mkdocstrings"],
    "markdown_extensions": ["abbr", "attr_list", {"toc": {"permalink": True}}],
}
HUTS = '''\
def huts() -> str:
    """Return the huts as JSON."""
'''
FILES = {
    "mkdocs.yml": configuration(["index.md", "huts.md", "reference/api.md"], **SETTINGS),
    "docs/en/huts.md": "# Huts { #huts }\n\nAn ORM.\n",
    "docs/en/reference/api.md": "# API { #api }\n\nSome SSE.\n\n::: mountain_huts.huts\n",
    "docs/es/index.md": "# Inicio { #home }\n\nUn ORM.",
    "mountain_huts.py": HUTS,
    "data/abbreviations/en.yml": 'JSON: a format\nORM: "mapper: rows"\nSSE: events\n',
    "data/abbreviations/es.yml": "JSON: un formato\nORM: |\n  filas de\n  <tablas>\nSSE: ''\n",
}


@pytest.fixture
def project(make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a small project with one page in Spanish, and a documented function."""
    made = make_project(FILES)
    monkeypatch.syspath_prepend(made.root)
    return made


@pytest.fixture
def site(project: Project) -> Path:
    """Return the folder of the site in Spanish."""
    return built(project, "es")


def built(project: Project, code: str) -> Path:
    """Build a language; return the folder of its site."""
    folder, site = str(project.root / "docs" / code), project.root / "site"
    (project.root / "docs" / code).mkdir(exist_ok=True)
    build(load_config(str(project.root / "mkdocs.yml"), docs_dir=folder, site_dir=str(site)))
    return site


def test_a_translated_page_has_its_language(site: Path) -> None:
    """The definitions themselves are not shown."""
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<p>Un <abbr title="filas de &lt;tablas&gt;">ORM</abbr>.</p>' in home
    assert "*[" not in home


def test_a_page_shown_in_english_has_english(site: Path) -> None:
    """And so have the docstrings on it."""
    assert '<abbr title="mapper: rows">ORM' in (site / "huts/index.html").read_text()
    api = (site / "reference/api/index.html").read_text(encoding="utf-8")
    assert '<abbr title="events">SSE' in api
    assert 'Return the huts as <abbr title="a format">JSON' in api


def test_a_language_without_a_file_has_english(project: Project) -> None:
    """`docs check` asks for the file."""
    site = built(project.change({"docs/fa/index.md": "# خانه { #home }\n\nORM\n"}), "fa")
    assert '<abbr title="mapper: rows">ORM' in (site / "index.html").read_text(encoding="utf-8")


def test_a_file_that_can_not_be_read_stops_the_build(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """With its line."""
    project.change({"data/abbreviations/es.yml": "JSON: un formato\nORM: [\n"})
    with pytest.raises(Abort):
        built(project, "es")
    assert "data/abbreviations/es.yml:3: the file is no YAML" in caplog.text
