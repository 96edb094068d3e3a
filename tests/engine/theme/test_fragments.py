"""Parts of the theme: made once where pages show them alike, and never taken for another page's."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import get_relative_url, normalize_url
from mkdocs.utils.templates import url_filter

from scripts.engine.theme import fragments
from scripts.engine.theme.links import Links

PATHS = ("index.md", "ash.md", "trees/index.md", "trees/elm.md", "trees/oak.md", "trees/old/yew.md")

MACRO = "{% macro say(text) %}{{ text }}{{ page.title }}{{ config.name }}{% endmacro %}"
PLAIN = "{% macro say(text) %}({{ text }}{{ config.name }}){% endmacro %}"


CONFIG = MkDocsConfig()
CONFIG.load_dict({"site_name": "Guide"})
CONFIG.validate()
CONFIG.theme = Theme(name=None, custom_dir=None)
PAGES = [Page(path[:2], File(path, "docs", "site", True), CONFIG) for path in PATHS]


@dataclass
class Shown:
    """What pages are rendered with: by templates as they are, and by such that share parts."""

    templates: Mapping[str, str]
    shared: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stock, self.ours = self._environment(), self._environment()
        fragments._use.cache_clear()
        fragments.attach(self.ours, CONFIG)

    def _environment(self) -> jinja2.Environment:
        env = jinja2.Environment(loader=jinja2.DictLoader(dict(self.templates)), auto_reload=False)
        env.filters["url"] = url_filter
        env.globals["number"] = itertools.count().__next__
        return env

    def on(self, page: Page, env: jinja2.Environment) -> str:
        """Return what is made of a page."""
        page.active = True
        try:
            base = get_relative_url(".", page.url)
            return env.get_template("page").render(page=page, base_url=base, **self.shared)
        finally:
            page.active = False


EXPRESSIONS = (
    *("page.title", "page.url", "page.active", "page.meta", "base_url", "own", "item.title"),
    *("config.name", "config['name']", "config.theme.icon", "config.missing", "features[0]"),
    *("'trees/elm/' | url", "config.logo | url", "'.' | url", "page.url | url"),
    *("nav[1].active", "nav[3].title", "nav | length", "nav[3].url | url"),
    "(loop.index if loop is defined else '')",
)


@dataclass
class Writer:
    """Writes templates by chance."""

    chance: random.Random
    blocks: Iterator[int] = field(default_factory=itertools.count)

    def template(self, *included: str, depth: int = 0) -> str:
        """Return the text of a template that may include others."""
        return "".join(self._statement(included, depth) for _ in range(self.chance.randint(1, 3)))

    def _statement(self, included: tuple[str, ...], depth: int) -> str:
        value, kind = self.chance.choice(EXPRESSIONS), self.chance.randrange(9 if depth < 3 else 5)
        if kind == 0:
            return f"{{% set own = {value} %}}"
        if kind == 1 and included:
            return f"{{% include '{self.chance.choice(included)}' %}}"
        if kind == 2:
            name = self.chance.choice(["macro", "plain"])
            return f"{{% import '{name}' as m with context %}}{{{{ m.say({value}) }}}}"
        if kind < 5:
            return f"{{{{ {value} }}}};"
        inner = self.template(*included, depth=depth + 1)
        return (
            f"{{% if {value} %}}{inner}{{% endif %}}",
            f"{{% for page in nav[:2] %}}{inner}{{% endfor %}}",
            f"{{% for item in nav %}}{inner}{{{{ item.url | url }}}}{{% endfor %}}",
            f"{{% block b{next(self.blocks)} scoped %}}{inner}{{% endblock %}}",
        )[kind - 5]


@pytest.mark.parametrize("seed", range(30))
def test_pages_are_what_they_are_without_sharing(seed: int) -> None:
    """Whatever templates look at, each page comes out as its own templates make it."""
    writer = Writer(random.Random(seed))
    page, body, rest = (writer.template("one", "two") for _ in range(3))
    shown = Shown(
        {
            "page": "{% extends 'base' %}{% import 'macro' as m with context %}"
            f"{{% block body %}}{{{{ super() }}}}{{{{ m.say('') }}}}{page}{{% endblock %}}",
            "base": "{% set features = config.features %}{% import 'plain' as p with context %}"
            f"{{% block body %}}{body}{{% endblock %}}{{{{ p.say(own) }}}}{rest}",
            **{"one": writer.template("two"), "two": writer.template()},
            **{"macro": MACRO, "plain": PLAIN},
        },
        {
            "config": SimpleNamespace(
                name="Guide", logo="img/logo.svg", theme={"icon": "leaf"}, features=["tabs"]
            ),
            **{"nav": PAGES, "item": PAGES[1], "features": ["search"]},
        },
    )
    for item in writer.chance.choices(PAGES, k=12):
        assert shown.on(item, shown.ours) == shown.on(item, shown.stock)


@pytest.fixture
def numbered() -> Shown:
    """Return templates that say a number, a new one each time they are made."""
    return Shown(
        {
            "page": "{% for name in ['plain', 'linked', 'titled', 'tabs'] %}"
            "{% include name %} {% endfor %}{% block foot %}{{ number() }}{% endblock %}",
            "plain": "{{ config.name }}{{ number() }}",
            "linked": "{{ 'img/logo.svg' | url }}:{{ number() }}",
            "titled": "{{ page.title }}{{ number() }}",
            "tabs": "{% for item in nav %}{{ item.active }}{% endfor %}{{ number() }}",
        },
        {"config": SimpleNamespace(name="Guide"), "nav": PAGES[:2]},
    )


def test_a_part_is_shared_where_what_it_looks_at_is_the_same(numbered: Shown) -> None:
    """By all pages, by those from where its links are the same, or by none."""
    made = [numbered.on(page, numbered.ours).split() for page in PAGES]
    plain, linked, titled, tabs, foot = (list(column) for column in zip(*made, strict=True))
    assert len(set(plain)) == len(set(foot)) == 1
    assert len(set(linked)) == 4
    assert linked[3] == linked[4]
    assert len(set(titled)) == len(PAGES)
    assert tabs[0] != tabs[1] != tabs[2] == tabs[3] == tabs[5]


def test_what_changed_between_two_pages_is_asked_again(numbered: Shown) -> None:
    """An attribute that has another value makes another part, and the old one makes the old."""
    first = numbered.on(PAGES[3], numbered.ours).split()[0]
    numbered.shared["config"].name = "Book"
    assert numbered.on(PAGES[3], numbered.ours).startswith("Book")
    numbered.shared["config"].name = "Guide"
    assert numbered.on(PAGES[4], numbered.ours).split()[0] == first


@given(
    st.sampled_from(PATHS),
    st.sampled_from(
        [page.url or "." for page in PAGES] + ["trees", "img/a.svg", "../x", "/a", "#a"]
    ),
    st.booleans(),
)
def test_links_are_those_of_mkdocs(path: str, address: str, folders: bool) -> None:
    """From every page, in whatever order they ask."""
    links = Links()
    for start in [*PATHS, path]:
        page = Page(None, File(start, "docs", "site", folders), CONFIG)
        assert links.link(address, page) == normalize_url(address, page)
