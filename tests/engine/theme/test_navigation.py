"""What pages show of the navigation: where it is pruned, another section's pages are not seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import jinja2
import pytest
import yaml

from tests.engine.conftest import NAV, Site, configuration
from tests.support import REPOSITORY

Make = Callable[[Mapping[str, str | bytes | None]], Site]

VALLEYS = {
    "docs/en/valleys/index.md": "# Valleys { #valleys }\n",
    "docs/en/valleys/north/salt.md": "# Salt { #salt }\n",
    "docs/en/valleys/north/elm.md": "# Elm { #elm }\n",
}
SECTION = {"Valleys": ["valleys/index.md", {"North": ["valleys/north/salt.md"]}]}


def config(nav: list[object], *features: str) -> str:
    """Return a configuration in which the theme shows the navigation as the features say."""
    data = yaml.safe_load(configuration(nav))
    data["theme"]["features"] += features
    return yaml.safe_dump(data, sort_keys=False)


def remade(site: Site, change: Mapping[str, str | bytes | None]) -> set[str]:
    """Return the pages in English that a change makes anew: by the numbers of their files."""
    pages = [path for path in site.output() if path.endswith("index.html") and path[:3] != "es/"]
    before = {path: (site.root / "site" / path).stat().st_ino for path in pages}
    site.change(change).build()
    found = {p: n for p, n in before.items() if (site.root / "site" / p).stat().st_ino != n}
    return {path.removesuffix("index.html") for path in found if path[:3] != "fa/"}


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (
            ["navigation.prune", "navigation.tabs"],
            {"valleys/", "valleys/north/salt/", "reference/api/"},
        ),
        (["navigation.prune", "navigation.sections"], None),
        ([], None),
    ],
)
def test_a_page_added_to_a_section(
    make_site: Make, features: list[str], expected: set[str] | None
) -> None:
    """Is seen by that section's pages and its neighbours, or by all where all is shown."""
    nav = [*NAV[:2], SECTION, NAV[2]]
    site = make_site({**VALLEYS, "mkdocs.yml": config(nav, *features)})
    site.build()
    section = {
        "Valleys": [
            "valleys/index.md",
            {"North": ["valleys/north/salt.md", "valleys/north/elm.md"]},
        ]
    }
    found = remade(site, {"mkdocs.yml": config([*NAV[:2], section, NAV[2]], *features)})
    everything = {
        "",
        "huts/",
        "huts/alpenrose/",
        "reference/api/",
        "valleys/",
        "valleys/north/salt/",
    }
    assert found - {"valleys/north/elm/"} == (expected or everything)


def test_our_templates_of_pages_show_nothing_more_of_it() -> None:
    """Only what the theme itself shows is known to `scripts/engine/theme/navigation.py`."""
    apart = {"sitemap.xml"}  # made anew in each build
    paths = [p for p in (REPOSITORY / "overrides").rglob("*.*") if p.name not in apart]
    tags = [tag for p in paths for tag in re.findall(r"{[%{].*?[%}]}", p.read_text("utf-8"), re.S)]
    assert tags
    words = r"\b(nav|nav_item|children|ancestors|pages|docsite_site|build_date_utc)\b"
    assert [tag for tag in tags if re.search(words, tag)] == []


def test_the_page_for_what_is_not_there_follows_the_navigation(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else of the pages: their texts may change as they like."""
    made, render = site.root / "made", jinja2.Template.render

    def noted(template: jinja2.Template, *args: Any, **kwargs: Any) -> str:
        if template.name == "404.html":
            made.touch()
        return render(template, *args, **kwargs)

    monkeypatch.setattr(jinja2.Template, "render", noted)
    site.build()
    assert made.exists()
    for text, follows in (("Other text.", False), ("Other text.\n\n## More { #more }", False)):
        made.unlink(missing_ok=True)
        site.change({"docs/en/index.md": f"# Home {{ #home }}\n\n{text}\n"}).build()
        assert made.exists() == follows
    site.change({"docs/en/index.md": "# Another title { #home }\n"}).build()
    assert made.exists()
    built = site.output()
    site.build(use_cache=False)
    assert site.output() == built
