"""The site in the pseudo-language: built aside, and with nothing in it that is still English."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
import yaml

from scripts.docsite import tree
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding
from scripts.docsite.translations import escapes
from scripts.engine import pseudo
from scripts.engine.builds import driver
from tests.engine.conftest import NAV, Site, configuration
from tests.support import REPOSITORY

PAGE = """\
---
description: All huts.
---

# Huts { #huts }

A hut with an API. See [Alpenrose](alpenrose.md#beds).

/// tip

Book early.

///
"""


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    """Return a small site with the overrides, the words and the menus of the real one."""
    settings = yaml.safe_load(configuration(NAV))
    settings["theme"]["custom_dir"] = "overrides"
    settings["theme"]["features"] += ["navigation.top", "content.code.copy", "search.share"]
    hooks = ("admonitions", "permalinks", "translations", "abbreviations")
    settings["hooks"] += [str(REPOSITORY / f"scripts/hooks/{name}.py") for name in hooks]
    settings["markdown_extensions"][1] = {"toc": {"permalink": True}}
    settings["markdown_extensions"].append("abbr")
    link = {"icon": "fontawesome/brands/git-alt", "link": "https://git.example/guide"}
    settings |= {"extra": {"alternate": True, "social": [link]}, "repo_name": "guide"}
    files = {"docs/en/huts/index.md": PAGE, "data/abbreviations/en.yml": "API: An interface\n"}
    made = make_site({"mkdocs.yml": yaml.safe_dump(settings), **files})
    shutil.copytree(REPOSITORY / "overrides", made.root / "overrides")
    return made


def found(site: Site) -> list[Finding]:
    """Build the site in the pseudo-language; return what is still English in it."""
    project = pseudo.prepare(site.root, "em")
    driver.build(project, ["em"], jobs=1, strict=True)
    return escapes.find(project / "site", tree.load(project), "em")


def test_nothing_escapes(site: Site) -> None:
    """Neither of the pages nor of the theme; and the real site knows nothing of the language."""
    before = {path for path in site.project.files() if not path.startswith(".cache/")}
    assert [str(finding) for finding in found(site)] == []
    assert {path for path in site.project.files() if not path.startswith(".cache/")} == before
    built = (site.root / ".cache/pseudo/em/site/em/huts/index.html").read_text(encoding="utf-8")
    assert '<html lang="em"' in built
    assert '<abbr title="🅰🅽 🅸🅽🆃🅴🆁🅵🅰🅲🅴">API</abbr>. 🆂🅴🅴' in built
    assert "em" not in tree.load(site.root).languages


def test_what_escapes_is_found(site: Site) -> None:
    """Once, with the number of its pages."""
    footer = site.root / "overrides/partials/copyright.html"
    footer.write_text(footer.read_text() + '<p class="more">More to read</p>\n')
    (finding,) = found(site)
    assert finding.message == "'More to read' in <p class=\"more\"> on 4 pages is English"
    assert finding.location.path == "em/404.html"


def test_a_language_that_is_not_built_is_told(site: Site) -> None:
    """With the command that builds it."""
    with pytest.raises(DocsError, match="is not built"):
        escapes.find(site.root / "site", site.project.tree, "em")
