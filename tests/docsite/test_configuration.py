"""What the library reads from `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite import configuration
from scripts.docsite.configuration import Configuration
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location, PageKey


def load(folder: Path, text: str) -> Configuration:
    """Write a configuration and load it."""
    (folder / "mkdocs.yml").write_text(text)
    return configuration.load(folder)


def test_addresses_have_their_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is not looked at: a check must say the same everywhere."""
    monkeypatch.setenv("SITE_URL", "https://other.example/")
    text = "site_url: !ENV [SITE_URL, 'https://guide.example']\nrepo_url: !ENV REPO_URL\n"
    found = load(tmp_path, text)
    assert (found.site_url, found.repo_url) == ("https://guide.example/", "")
    assert load(tmp_path, "site_url: !ENV [SITE_URL]\n").site_url == ""


def test_navigation_is_flat_with_places(tmp_path: Path) -> None:
    """Pages of every depth in their order; links to other sites are no pages."""
    text = "nav:\n- index.md\n- A:\n  - B: a/b.md\n  - C:\n    - c.md\n- X: https://x.example/\n"
    assert load(tmp_path, text).nav == (
        (PageKey("index.md"), Location("mkdocs.yml", 2)),
        (PageKey("a/b.md"), Location("mkdocs.yml", 4)),
        (PageKey("c.md"), Location("mkdocs.yml", 6)),
    )
    assert load(tmp_path, "site_name: x\n").nav is None


def test_tags_of_mkdocs_are_passed_over(tmp_path: Path) -> None:
    """Nothing is imported or resolved for them."""
    text = "a: !!python/name:no.such\nb: !relative $config_dir/x\nc: !!python/object/apply:f [1]\n"
    assert load(tmp_path, text).nav is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a\n", 1, "no mapping of settings"),
        ("", 1, "no mapping of settings"),
        ("# site_name: x\n", 1, "no mapping of settings"),
        ("{}\n", 1, "no mapping of settings"),
        ("nav:\n- a.md\n- {a: a.md, b: b.md}\n", 3, "neither a page nor a section"),
        ("nav:\n- A:\n", 2, "neither a page nor a section"),
        ("nav: 1\n", 1, "neither a page nor a section"),
        ("nav: [\n", 2, "the file is no YAML"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    """And with what to write instead."""
    with pytest.raises(DocsError, match=message) as caught:
        load(tmp_path, text)
    assert caught.value.location == Location("mkdocs.yml", line)
    assert caught.value.hint


def test_the_project_itself_can_be_read(root: Path) -> None:
    """Its navigation starts with the home page."""
    found = configuration.load(root)
    assert found.nav and found.nav[0][0] == "index.md"
    assert found.site_url.startswith("https://")
