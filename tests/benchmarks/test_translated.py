"""This site with more of it translated: pages that are as true as real ones to the tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import translated
from scripts.docsite import tree
from scripts.docsite.model import PageKey
from scripts.docsite.translations.glossary.terms import SCHEMA
from scripts.docsite.translations.states import State, Workbench
from tests.support import REPOSITORY, make_project

FILES = {
    "docs/en/index.md": "# Home { #home }\n\nGo to the [huts](huts.md), `GET /huts`.\n",
    "docs/en/huts.md": "# Huts { #huts }\n\n```py\nhuts = 3\n```\n\n## Beds { #beds }\n\nOne.\n",
    "docs/en/last.md": "# Last { #last }\n\nNobody has it.\n",
    "docs/es/index.md": "# Inicio { #home }\n\nVe a los [refugios](huts.md), `GET /huts`.\n",
    "data/glossary/es.yml": "terms: {hut: {use: [cabaña]}}\n",
    SCHEMA: (REPOSITORY / SCHEMA).read_bytes(),
}


def test_pages_are_translated_as_the_tools_ask_for(tmp_path: Path) -> None:
    """Real translations stay, one page has none, and each record is current."""
    root = make_project(tmp_path, FILES).root
    translated.translate(root, 100)
    found = tree.load(root)
    for code in ("es", "fa"):
        assert set(found.pages[code]) == {"index.md", "huts.md"}
        page = found.pages[code][PageKey("huts.md")].document
        assert [heading.id for heading in page.headings] == ["huts", "beds"]
        assert page.fences[0].content.strip() == "huts = 3"
        assert "Beds" not in page.text
    assert "Ve a los" in found.pages["es"][PageKey("index.md")].text
    states = {s for page in Workbench.of(found).chosen() for s in page.states.values()}
    assert states == {State.CURRENT}


@pytest.mark.parametrize(("name", "percent"), [("here", 0), ("here@50%", 50), ("here@100%", 100)])
def test_a_name_says_how_much_is_translated(name: str, percent: int) -> None:
    """Nothing beside what is, where it says nothing."""
    assert translated.share(name) == percent


@pytest.mark.parametrize("name", ["there", "here@", "here@101%", "hereabouts"])
def test_other_names_are_refused(name: str) -> None:
    """The message says which there are."""
    with pytest.raises(ValueError, match="here@50%"):
        translated.share(name)
