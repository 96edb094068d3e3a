"""Items of the navigation: made once where pages show them alike."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from scripts.engine.theme import items
from scripts.engine.theme.links import Links

Show = Callable[[Page, Section | Page], str]

PAGE = "{% import 'partials/nav-item.html' as item with context %}{{ item.render(shown, '', 1) }}"
OPEN = (
    "{% macro render(nav_item, path, level, parent) %}"
    "{{ number() }}{{ path }}{% if nav_item.children %}"
)
CLOSE = "{% endif %}{% endmacro %}"
CHILD = "{{ render(child, path ~ loop.index, level + 1, nav_item) }}"
CHILDREN = OPEN + "<{% for child in nav_item.children %} " + CHILD + "{% endfor %}>" + CLOSE
ITEM = "{% macro render(nav_item, path, level) %}{{ number() }}{% endmacro %}"


def page(config: MkDocsConfig, path: str) -> Page:
    """Return a page of the site."""
    return Page(None, File(path, "docs", "site", use_directory_urls=True), config)


def shown(
    config: MkDocsConfig,
    features: Sequence[str],
    macro: str = ITEM,
    custom_dir: Path | None = None,
) -> Show:
    """Return what shows an item on a page: a number that is new each time the macro is called."""
    folder = None if custom_dir is None else str(custom_dir)
    config.theme = Theme(name=None, custom_dir=folder, features=features)
    loader: jinja2.BaseLoader = jinja2.DictLoader({"page": PAGE, items.TEMPLATE: macro})
    if custom_dir is not None:
        loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(custom_dir), loader])
    env = jinja2.Environment(loader=loader, autoescape=True)
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
    """A section goes by its first page; the page itself is made each time."""
    show = shown(config, ["navigation.prune"])
    elm, oak, far = (page(config, path) for path in ("trees/elm.md", "trees/oak.md", "a/b/far.md"))
    section = Section("Stones", [page(config, "stones/flint.md")])
    for item in (page(config, "trees/ash.md"), section):
        assert show(elm, item) == show(oak, item)
        assert show(elm, item) != show(far, item)
    oak.active = True
    assert show(elm, oak) != show(elm, oak)


def trees(config: MkDocsConfig) -> Section:
    """Return a section of three pages, of which the first is its index, within another."""
    paths = ("trees/index.md", "trees/elm.md", "trees/oak.md")
    inner = Section("Trees", [page(config, path) for path in paths])
    outer = Section("Plants", [page(config, "plants.md"), inner])
    inner.parent = outer
    for child in inner.children:
        child.parent = inner
    return outer


def on(show: Show, page: Page, item: Section) -> list[str]:
    """Return the words of an item on a page, which is the active one meanwhile."""
    page.active = True
    try:
        return show(page, item).split()
    finally:
        page.active = False


def test_pages_of_a_section_share_what_is_around_its_items(config: MkDocsConfig) -> None:
    """Of the items, each page has its own made, and the others as ever."""
    show, outer = shown(config, ["navigation.prune"], CHILDREN), trees(config)
    index, elm, oak = outer.children[1].children
    assert on(show, elm, outer) == ["0<", "11", "22<", "321", "422", "523>>"]
    assert on(show, oak, outer) == ["0<", "11", "22<", "321", "622", "723>>"]
    assert on(show, elm, outer) == ["0<", "11", "22<", "321", "822", "523>>"]
    assert on(show, index, outer) == ["0<", "91", "102<", "1121", "1222", "1323>>"]


def test_a_link_to_the_index_is_part_of_what_is_around(config: MkDocsConfig) -> None:
    """So pages from where its address is another one share less."""
    show, outer = shown(config, ["navigation.prune"], CHILDREN), trees(config)
    inner = outer.children[1]
    deep, deeper = (page(config, f"trees/{name}/of/wood.md") for name in ("inside", "outside"))
    for child in (deep, deeper):
        inner.children.append(child)
        child.parent = inner
    around = [on(show, child, outer)[2] for child in inner.children[1:]]
    assert around[0] == around[1] != around[2]
    assert around[2] == around[3]


EACH = "{% for child in nav_item.children %}"
ALL = EACH + CHILD + "{% endfor %}"


@pytest.mark.parametrize(
    "body",
    [
        ALL.replace(") }}", ") | length }}"),
        "{% set all %}" + ALL + "{% endset %}{{ all }}{{ all }}",
        EACH + "{% set _ = " + CHILD[3:-3] + " %}{% endfor %}",
    ],
)
def test_what_does_more_with_items_than_to_show_them_is_made_each_time(
    config: MkDocsConfig, body: str
) -> None:
    """Once each, and in their order; there a section is what it is without us."""
    macro = OPEN.replace("{{ number() }}", "") + body + CLOSE
    show, outer = shown(config, ["navigation.prune"], macro), trees(config)
    plain = shown(config, [], macro)
    for child in outer.children[1].children:
        assert on(show, child, outer) == on(plain, child, outer)


def test_a_macro_of_our_own_makes_each_item(config: MkDocsConfig, tmp_path: Path) -> None:
    """What an override of the theme's looks at, nobody knows."""
    (tmp_path / items.TEMPLATE).parent.mkdir()
    (tmp_path / items.TEMPLATE).write_text(ITEM, encoding="utf-8")
    show = shown(config, ["navigation.prune"], custom_dir=tmp_path)
    elm, ash = page(config, "trees/elm.md"), page(config, "trees/ash.md")
    assert show(elm, ash) != show(elm, ash)


def test_without_pruning_nothing_is_shared(config: MkDocsConfig) -> None:
    """An item then shows all that is below it, and whether that is open."""
    show = shown(config, [])
    elm, item = page(config, "trees/elm.md"), page(config, "trees/ash.md")
    assert show(elm, item) != show(elm, item)
