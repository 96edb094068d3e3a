"""Parts of the theme made once for all pages that show them alike.

Most of what the theme makes of a page (icons, scripts, the search, the tabs, the foot) is the same
on many pages of a language. Included templates, blocks and imported macros are looked for among
what is known of them; see `answers`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from types import CodeType
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import script_tag_filter, url_filter

from scripts.engine.theme import items
from scripts.engine.theme.answers import Answers, Kind, Look, Trace, Use
from scripts.engine.theme.asking import Fragments, variable
from scripts.engine.theme.frames import Holes
from scripts.engine.theme.links import Links


def attach(env: jinja2.Environment, config: MkDocsConfig) -> Holes:
    """Let the pages of one language, which are all known by now, share what is alike on them.

    Returns what shows the navigation on each page that is rendered.
    """
    links = Links()
    fragments = Fragments(env, links)
    env.context_class = type("SharingContext", (_Context,), {"traces": fragments.traces})
    env.template_class = type("SharingTemplate", (_Template,), {"fragments": fragments})
    if env.cache is not None:
        env.cache.clear()
    for name, stock, ours in (
        ("url", url_filter, fragments.url),
        ("script_tag", script_tag_filter, fragments.script_tag),
    ):
        if env.filters.get(name) is stock:
            env.filters[name] = jinja2.pass_context(functools.partial(ours))
    items.attach(env, config, links)
    env.get_template = functools.cache(env.get_template)  # type: ignore[method-assign]
    return fragments.holes


class _Context(Context):
    """The variables of a template; what is asked of them is noted."""

    traces: list[Trace]

    def resolve_or_missing(self, key: str) -> Any:
        value = variable(self, key)
        for trace in self.traces:
            trace.note(Kind.NAME, None, key, value)
        return value


@dataclass(frozen=True, slots=True)
class _Scope:
    """The variables of a template that is included, which may not have to be made."""

    variables: dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """A block of a template."""

    name: str
    function: Callable[[Context], Iterator[str]]
    fragments: Fragments
    answers: Answers

    def __call__(self, context: Context) -> Iterator[str]:
        def make() -> str:
            return "".join(self.function(context))

        look = functools.partial(variable, context)
        yield self.fragments.part(self.name, self.answers, look, make)

    def __eq__(self, other: object) -> bool:
        return other is self or other is self.function  # the block knows itself as that

    def __hash__(self) -> int:
        return hash(self.function)


class _Template(jinja2.Template):
    """A template whose blocks are shared, and itself where it is included or imported."""

    fragments: Fragments
    _included: Answers
    _imported: Answers
    _global_names: set[str]

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> _Template:
        template = super().from_code(environment, code, globals, uptodate)
        assert isinstance(template, _Template)
        name = str(template.name)
        template._global_names = set(template.globals)
        template._included = Answers(_use(name, "included"))
        template._imported = Answers(_use(name, "imported"))
        template.blocks = {
            block: _Block(block, function, cls.fragments, Answers(_use(name, "block", block)))
            for block, function in template.blocks.items()
        }
        root = template.root_render_func
        template.root_render_func = functools.partial(template._root, root)
        return template

    def render(self, *args: Any, **kwargs: Any) -> str:
        self.fragments.page += 1
        return super().render(*args, **kwargs)

    def new_context(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> Any:
        if shared:
            return _Scope(_with_locals(vars, locals))
        return super().new_context(vars, shared, locals)

    def _root(
        self, root: Callable[[Context], Iterator[str]], context: Context | _Scope
    ) -> Iterator[str]:
        if isinstance(context, _Scope):
            return self._shared(root, context.variables)
        return root(context)

    def _shared(
        self, root: Callable[[Context], Iterator[str]], variables: dict[str, Any]
    ) -> Iterator[str]:
        def make() -> str:
            context = self.environment.context_class(
                self.environment, variables, self.name, self.blocks
            )
            context.globals_keys = self._global_names  # no need to go through them each time
            return "".join(root(context))

        yield self.fragments.part(str(self.name), self._included, _look(variables), make)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        if self.name == items.TEMPLATE:
            self.fragments.distrust()
        elif shared:
            return self._macros(_with_locals(vars, locals))
        return TemplateModule(self, super().new_context(vars, shared, locals))

    def _macros(self, variables: dict[str, Any]) -> TemplateModule:
        """Return the template's macros, for the variables as they are.

        Macros look for variables when they are called. So no module is used twice on a page.
        """
        fragments = self.fragments
        if fragments.importing:  # it would be part of the other one, and keep its variables
            fragments.distrust()
            return self._imported_for(variables).module
        fragments.importing = True
        try:
            pool = fragments.made(
                self._imported, _look(variables), lambda: [self._imported_for(variables)]
            )
        finally:
            fragments.importing = False
        free = next((known for known in pool if known.page != fragments.page), None)
        if free is None:
            free = self._imported_for(variables)
            pool.append(free)
        free.context.parent, free.page = variables, fragments.page
        return free.module

    def _imported_for(self, variables: dict[str, Any]) -> _Module:
        context = super().new_context(variables, True)
        return _Module(TemplateModule(self, context), context)


@dataclass(slots=True)
class _Module:
    """The macros of a template, with the variables that they look at."""

    module: TemplateModule
    context: Context
    page: int = -1
    """The last page that they were imported for."""


@functools.cache
def _use(*part: str) -> Use:
    """Return of how much use a part is: what was learned of it holds for the next language."""
    return Use()


def _with_locals(variables: dict[str, Any] | None, own: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a template sees that is included or imported."""
    seen = {name: value for name, value in (own or {}).items() if value is not missing}
    return {**(variables or {}), **seen} if seen or variables is None else variables


def _look(variables: dict[str, Any]) -> Look:
    return lambda name: variables.get(name, missing)
