"""Items of the navigation made once for all pages that show them alike.

Each page shows dozens of them, by a macro of the theme that is the dearest part of a page. What it
makes of an item that is no way to the page is the same on every page from where the item's address
is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from scripts.engine.answers import address
from scripts.engine.links import Links
from scripts.engine.navigation import is_pruned

TEMPLATE = "partials/nav-item.html"
MACRO = "render"


def attach(env: jinja2.Environment, config: MkDocsConfig, links: Links) -> None:
    """Let the pages of one language, which are all known by now, share items of its navigation.

    Where the navigation is not pruned, an item shows all that is below it, and is made as ever.
    """
    if not is_pruned(config):
        return
    get, known = env.get_template, _Known(links)

    def get_template(name: Any, *args: Any, **kwargs: Any) -> Any:
        template = get(name, *args, **kwargs)
        return _Shared(template, known) if name == TEMPLATE else template

    env.get_template = get_template  # type: ignore[method-assign]


@dataclass(frozen=True)
class _Known:
    """What the macro made, by the item and its address from the page."""

    links: Links
    made: dict[tuple[int, str], str] = field(default_factory=dict)
    targets: dict[int, str | None] = field(default_factory=dict)

    def take(self, make: Callable[..., str], page: Page, item: Any, *rest: Any) -> str:
        """Return what `make` makes of the item for the page."""
        if getattr(item, "active", True):
            return make(item, *rest)
        place = address(item)
        if place not in self.targets:
            self.targets[place] = _target(item)
        if (target := self.targets[place]) is None:
            return make(item, *rest)
        key = (place, self.links.link(target, page))
        if (known := self.made.get(key)) is None:
            known = self.made[key] = make(item, *rest)
        return known


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
