"""What templates look up while a part of the theme is made: asked for, noted, and asked again."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro, TemplateReference
from jinja2.utils import Namespace, missing
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.templates import script_tag_filter, url_filter

from scripts.engine.theme.answers import Answers, Kind, Look, Trace
from scripts.engine.theme.frames import HOLES, Holes
from scripts.engine.theme.links import Links

_getattr, _getitem = jinja2.Environment.getattr, jinja2.Environment.getitem

_OWN = (str, LoopContext, Macro, Namespace, TemplateModule, TemplateReference)
"""Types of objects of a part's own, or of which nothing can be different."""

_KEYED = frozenset({list, tuple, dict})
"""Types of objects whose items are taken not to change."""

_FIXED = _KEYED | {MkDocsConfig, LegacyConfig, Theme}
"""Types of objects whose attributes are taken not to change while a language is written."""


@dataclass
class Fragments:
    """The parts of one environment, and what is asked while one is made."""

    env: jinja2.Environment
    links: Links
    traces: list[Trace] = field(default_factory=list)
    """Those of the part that is made, and of the parts around it."""
    page: int = 0
    """The number of the page that is made."""
    importing: bool = False
    """Whether a template is made whose macros are imported."""
    holes: Holes = field(default_factory=Holes)
    """What of the page that is made shows the navigation."""

    def part(self, name: str, answers: Answers, look: Look, make: Callable[[], str]) -> str:
        """Return what a block, or a template that is included, comes out as."""
        if name in HOLES:
            self.distrust()  # what is around it is made each time, and the hole with it
            return self.holes.fill(lambda: str(self.made(answers, look, make)))
        if self.holes.skips(name):
            return ""
        return make() if self.holes.alone else str(self.made(answers, look, make))

    def made(self, answers: Answers, look: Look, make: Callable[[], Any]) -> Any:
        """Return what a part comes out as, which is made if it is not known."""
        if not answers.use.wanted():
            return make()
        found = answers.find(self._ask, look, self.traces)
        if found is not None:
            return found[0]
        trace = Trace(look)
        with self._tracing(trace):
            value = make()
        answers.keep(trace, value)
        return value

    def distrust(self) -> None:
        """Let nothing be kept of the parts around one that looks up more than it asks."""
        for trace in self.traces:
            trace.sound = False

    def url(self, context: Context, value: Any) -> str:
        """Return the link to an address, as the filter of MkDocs does."""
        address = str(value)
        link = self._link(address, functools.partial(variable, context))
        for trace in self.traces:
            trace.note(Kind.LINK, None, address, link)
        return link

    def script_tag(self, context: Context, script: Any) -> str:
        """Return the element for a script, as the filter of MkDocs does."""
        self.url(context, script)
        return str(script_tag_filter(_base(functools.partial(variable, context)), script))

    def _link(self, address: str, look: Look) -> str:
        page = look("page")
        if isinstance(page, Page):
            return self.links.link(address, page)
        return url_filter(_base(look), address)

    def _ask(self, kind: Kind, subject: Any, name: Any, look: Look) -> Any:
        if kind is Kind.ATTRIBUTE:
            return _getattr(self.env, subject, name)
        if kind is Kind.LINK:
            return self._link(name, look)
        return look(name) if kind is Kind.NAME else _getitem(self.env, subject, name)

    @contextmanager
    def _tracing(self, trace: Trace) -> Iterator[None]:
        """Note what is asked in the trace, too."""
        if not self.traces:
            self.env.getattr = self._getattr  # type: ignore[method-assign,assignment]
            self.env.getitem = self._getitem  # type: ignore[method-assign,assignment]
        self.traces.append(trace)
        try:
            yield
        finally:
            self.traces.pop()
            if not self.traces:
                del self.env.getattr, self.env.getitem

    def _getattr(self, subject: Any, name: str) -> Any:
        answer = _getattr(self.env, subject, name)
        if type(subject) not in _FIXED and not isinstance(subject, _OWN):
            for trace in self.traces:
                trace.note(Kind.ATTRIBUTE, subject, name, answer)
        return answer

    def _getitem(self, subject: Any, name: Any) -> Any:
        answer = _getitem(self.env, subject, name)
        if type(subject) not in _KEYED and not isinstance(name, slice):
            for trace in self.traces:
                trace.note(Kind.ITEM, subject, name, answer)
        return answer


def variable(context: Context, name: str) -> Any:
    """Return a variable as a context has it, without a note of that."""
    if name in context.vars:
        return context.vars[name]
    return context.parent.get(name, missing)


def _base(look: Look) -> Any:
    """Return what addresses without a page are relative to, for filters of MkDocs."""
    found = {name: look(name) for name in ("page", "base_url")}
    return {name: value for name, value in found.items() if value is not missing}
