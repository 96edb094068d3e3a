"""Items of the navigation made once for all pages that show them alike.

Each page shows dozens of them, by a macro of the theme that is the dearest part of a page. What it
makes of an item that is no way to the page is the same on every page from where the item's address
is the same. What it makes of a section that is one is the same but for the items in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from scripts.engine.theme.answers import address
from scripts.engine.theme.links import Links
from scripts.engine.theme.navigation import is_pruned

TEMPLATE = "partials/nav-item.html"
MACRO = "render"

_PLACE = "\0{}\0"
"""Stands for an item in what the macro makes of the section around it."""

_PLACES = re.compile("\0(\\d+)\0")

_Macro = Callable[..., str]


def attach(env: jinja2.Environment, config: MkDocsConfig, links: Links) -> None:
    """Let the pages of one language, which are all known by now, share items of its navigation.

    Where the navigation is not pruned, an item shows all that is below it, and is made as ever; so
    it is by an override of the theme's macro, which may look at anything.
    """
    if not is_pruned(config):
        return
    get, known = env.get_template, _Known(links)
    overrides = config.theme.custom_dir

    def get_template(name: Any, *args: Any, **kwargs: Any) -> Any:
        template = get(name, *args, **kwargs)
        if name != TEMPLATE or _is_below(template.filename, overrides):
            return template
        return _Shared(template, known)

    env.get_template = get_template  # type: ignore[method-assign]


def _is_below(file: str | None, folder: str | None) -> bool:
    return bool(file and folder and Path(file).is_relative_to(folder))


@dataclass(frozen=True, slots=True)
class _Around:
    """What the macro makes of a section on the way to a page, without the items in it."""

    texts: list[str]
    """Before the first item, between two, after the last."""
    items: list[tuple[Any, ...]]
    """The arguments that the macro calls itself with for each."""


@dataclass
class _Known:
    """What the macro made, by the item and its address from the page."""

    links: Links
    made: dict[tuple[int, str], str] = field(default_factory=dict)
    targets: dict[int, str | None] = field(default_factory=dict)
    around: dict[tuple[Any, ...], _Around | None] = field(default_factory=dict)
    """Of sections; None where what is around their items is not known apart from them."""
    indexes: dict[int, list[Any]] = field(default_factory=dict)
    within: list[tuple[Any, ...]] | None = None
    """What the macro calls itself with, while a section is made without its items."""

    def take(self, make: _Macro, page: Page, item: Any, *rest: Any) -> str:
        """Return what `make` makes of the item for the page."""
        if self.within is not None:
            self.within.append((item, *rest))
            return _PLACE.format(len(self.within) - 1)
        if getattr(item, "active", True):
            return self._way(make, page, item, *rest)
        place = address(item)
        if place not in self.targets:
            self.targets[place] = _target(item)
        if (target := self.targets[place]) is None:
            return make(item, *rest)
        key = (place, self.links.link(target, page))
        if (known := self.made.get(key)) is None:
            known = self.made[key] = make(item, *rest)
        return known

    def _way(self, make: _Macro, page: Page, item: Any, *rest: Any) -> str:
        """Return what `make` makes of the page or of a section on the way to it."""
        if type(item) is not Section:
            return make(item, *rest)
        indexes = self._indexes(item)
        if any(index is page for index in indexes):
            return make(item, *rest)
        links = (self.links.link(index.url, page) for index in indexes)
        key = (address(item), *map(_identity, rest), *links)
        if key not in self.around:
            self.around[key] = self._apart(make, item, *rest)
        if (around := self.around[key]) is None:
            return make(item, *rest)
        return "".join(self._together(around, make, page))

    def _indexes(self, section: Section) -> list[Any]:
        """Return the pages in a section one of which it may link to as its own."""
        place = address(section)
        if place not in self.indexes:
            of = [item for item in section.children if getattr(item, "is_index", False)]
            self.indexes[place] = of
        return self.indexes[place]

    def _apart(self, make: _Macro, item: Any, *rest: Any) -> _Around | None:
        within: list[tuple[Any, ...]] = []
        self.within = within
        try:
            made = str(make(item, *rest))
        finally:
            self.within = None
        texts = _PLACES.split(made)
        once = [str(number) for number in range(len(within))]
        return _Around(texts[::2], within) if texts[1::2] == once else None

    def _together(self, around: _Around, make: _Macro, page: Page) -> Iterator[str]:
        yield around.texts[0]
        for item, after in zip(around.items, around.texts[1:], strict=True):
            yield self.take(make, page, *item)
            yield after


@dataclass(frozen=True)
class _Shared:
    """The template of the macro."""

    template: jinja2.Template
    known: _Known

    def make_module(self, variables: dict[str, Any], *rest: Any) -> Any:
        """Return the template's macros, of which the one for an item looks for what is known."""
        module = self.template.make_module(variables, *rest)
        page, macro = variables.get("page"), getattr(module, MACRO)
        if isinstance(page, Page):
            make = macro._func  # which it calls for the items below, too
            macro._func = lambda item, *args: self.known.take(make, page, item, *args)
        return module

    def __getattr__(self, name: str) -> Any:
        return getattr(self.template, name)


def _target(item: Any) -> str | None:
    """Return the address that the macro links an item to: that of the first page below a section.

    None where it is not known to be so.
    """
    while type(item) is Section and item.children:
        item = item.children[0]
    return str(item.url) if type(item) in (Page, Link) else None


def _identity(argument: Any) -> Any:
    return argument if type(argument) in (str, int) else address(argument)
