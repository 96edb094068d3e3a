"""Sections in English among the search results of other languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from material.plugins.search import plugin as search_plugin
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from scripts.engine.pages.search import SearchEntries
from scripts.engine.store.results import Store
from scripts.hooks import results

CONTENT = """\
<h1 id="a">Brot</h1>
<h2 id="b" lang="en" dir="ltr">The <code>rye</code></h2><p>R</p>
<h2 id="c"><em lang="en">Oats</em></h2>
"""


@pytest.mark.parametrize("through_engine", [False, True])
def test_a_section_in_another_language_says_so(tmp_path: Path, through_engine: bool) -> None:
    """In its title; those before and behind it, and what is in a heading, are as ever."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: material\nplugins: [search]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    search = config.plugins["material/search"]
    assert isinstance(search, search_plugin.SearchPlugin)
    results.on_config(config)
    if through_engine:
        SearchEntries(Store(None), b"", b"", lambda page: b"").attach(search.search_index)
    page = Page("Brot", File("page.md", "", "", use_directory_urls=True), config)
    page.meta, page.content, page.toc = {}, CONTENT, TableOfContents([])
    search.search_index.add_entry_from_context(page)
    entries = json.loads(search.search_index.generate_search_index(None))["docs"]
    titles = ["Brot", '<span lang="en">The <code>rye</code></span>', "Oats"]
    assert [entry["title"] for entry in entries] == titles
    assert [entry["text"] for entry in entries] == ["", "<p>R</p>", ""]
