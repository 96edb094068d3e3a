"""Names of documented objects in a built site."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import REPOSITORY, configuration, make_project

HOOKS = [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in ("language", "names")]
TOP = "---\ndescription: A page made by a test.\n---\n\n"
FILES = {
    "docs/en/tutorial/page.md": f"{TOP}# `Query` {{ #page }}\n\nUse `Query` and `Query()`.\n",
    "docs/en/tutorial/other.md": f"{TOP}# Other {{ #other }}\n\nUse `Query`.\n",
    "docs/en/reference/parameters.md": f"{TOP}# Parameters {{ #p }}\n\n::: fastapi.Query\n",
    "docs/es/tutorial/page.md": "# `Query` { #page }\n\nUsa `Query`.\n",
}
NAV = ["index.md", "tutorial/page.md", "tutorial/other.md", "reference/parameters.md"]
LINK = '<a href="../../reference/parameters/#fastapi.Query"><code>Query</code></a>'


@pytest.mark.parametrize("code", ["en", "es"])
def test_names_lead_to_the_reference(
    tmp_path: Path, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    """In a translation and in an English page shown in its place, once a section, not in titles."""
    settings = configuration(
        NAV,
        theme={"name": "mkdocs"},
        hooks=HOOKS,
        markdown_extensions=["attr_list"],
        plugins=[{"mkdocstrings": {"handlers": {"python": {"inventories": []}}}}],
    )
    make_project(tmp_path, FILES | {"mkdocs.yml": settings})
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        docs, site = tmp_path / "docs" / code, tmp_path / "site"
        build(load_config(str(tmp_path / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site)))
    assert caplog.records == []
    for name in ("page", "other"):
        html = (site / f"tutorial/{name}/index.html").read_text(encoding="utf-8")
        assert html.count(LINK) == 1
    assert 'id="fastapi.Query"' in (site / "reference/parameters/index.html").read_text()
    assert "<code>Query</code></h1>" in (site / "tutorial/page/index.html").read_text()
