"""Items of the navigation: made once where pages show them alike."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from scripts.engine import items
from scripts.engine.links import Links

Show = Callable[[Page, Section | Page], str]

PAGE = "{% import 'partials/nav-item.html' as item with context %}{{ item.render(shown, '', 1) }}"
ITEM = "{% macro render(nav_item, path, level) %}{{ number() }}{% endmacro %}"


def page(config: MkDocsConfig, path: str) -> Page:
    """Return a page of the site."""
    return Page(None, File(path, "docs", "site", use_directory_urls=True), config)


def shown(config: MkDocsConfig, features: Sequence[str]) -> Show:
    """Return what shows an item on a page: a number that is new each time the macro is called."""
    config.theme = Theme(name=None, custom_dir=None, features=features)
    env = jinja2.Environment(
        loader=jinja2.DictLoader({"page": PAGE, items.TEMPLATE: ITEM}), autoescape=True
    )
    env.globals["number"] = itertools.count().__next__
    items.attach(env, config, Links())
    return lambda page, item: env.get_template("page").render(page=page, shown=item)


@pytest.fixture
def config() -> MkDocsConfig:
    """Return a configuration."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Guide"})
    config.validate()
    return config


def test_pages_from_where_the_address_is_the_same_share_an_item(config: MkDocsConfig) -> None:
    """A section goes by its first page; what is open or the page itself is made each time."""
    show = shown(config, ["navigation.prune"])
    elm, oak, far = (page(config, path) for path in ("trees/elm.md", "trees/oak.md", "a/b/far.md"))
    section = Section("Stones", [page(config, "stones/flint.md")])
    for item in (page(config, "trees/ash.md"), section):
        assert show(elm, item) == show(oak, item)
        assert show(elm, item) != show(far, item)
    oak.active = True
    assert show(elm, oak) != show(elm, oak)
    section.children[0].active = True
    section.active = True
    assert show(elm, section) != show(elm, section)


def test_without_pruning_nothing_is_shared(config: MkDocsConfig) -> None:
    """An item then shows all that is below it, and whether that is open."""
    show = shown(config, [])
    elm, item = page(config, "trees/elm.md"), page(config, "trees/ash.md")
    assert show(elm, item) != show(elm, item)
