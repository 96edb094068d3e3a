"""One language made by MkDocs' own steps, without those whose result is known.

The steps are those of `mkdocs.commands.build.build`, in its order, with the same events. Left out
are: populating a page that is known, rendering the shell of one whose HTML is known, and writing
one that the last build left as it is. For that it calls functions of MkDocs that are private;
the tests compare what it makes with what MkDocs itself makes.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

import jinja2
from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from scripts.engine.builds import companions
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.companions import Company
from scripts.engine.builds.writing import Writer, is_copied, page_of
from scripts.engine.markdown.rendering import shows_objects
from scripts.engine.pages import crossrefs
from scripts.engine.pages.population import Populations
from scripts.engine.pages.shells import Shells
from scripts.engine.publishing.previous import Outputs
from scripts.engine.theme import fragments
from scripts.engine.theme.frames import Frames, Holes

log = logging.getLogger("mkdocs.commands.build")

_OURS = str(Path(__file__).parents[2])
_KNOWN = (
    "mkdocs_autorefs.",
    "mkdocstrings.",
    "material.plugins.search.",
    "material.plugins.typeset.",
)
"""Plugins that are known to look at no content but that of the page they are called for."""

_EVENTS = (
    *("env", "post_build", "pre_page", "page_read_source", "page_markdown", "page_content"),
    *("page_context", "post_page"),
)
"""What is left out for pages that are known, or done with pages that have no content."""


class Plugin(Protocol):
    """What the build asks of the engine's own plugin."""

    shells: Shells | None
    objects: bytes
    """Stands for all pages that show objects of the code."""

    def expect(self, pages: int) -> None:
        """Be told how many pages there are to do."""

    def count(self) -> None:
        """Count a page as done."""


def can_build(config: MkDocsConfig) -> bool:
    """Return whether all plugins and hooks are known to work with pages that are known."""
    methods = [method for event in _EVENTS for method in config.plugins.events[event]]
    return not config.strict and all(map(_is_known, methods))


def _is_known(method: object) -> bool:
    function = getattr(method, "__func__", method)
    code = getattr(function, "__code__", None)
    ours = code is not None and code.co_filename.startswith(_OURS)
    return ours or str(getattr(function, "__module__", "")).startswith(_KNOWN)


def build(
    config: MkDocsConfig, cache: Cache, plugin: Plugin, company: Company | None = None
) -> Outputs:
    """Build one language; return what each of its outputs was made from.

    With `company`, several processes make its pages where many are to be made.

    Raises what MkDocs' own build does, and `NotKnownError` where the cache turns out not to hold
    what it seemed to.
    """
    with _telling_errors(config):
        return _begun(config, cache, plugin).build(company)


def populate(
    config: MkDocsConfig, cache: Cache, plugin: Plugin, paths: Collection[str]
) -> Iterator[tuple[bytes, bytes]]:
    """Do for some pages of a language what comes before the theme; nothing is written.

    Yields the results that the cache then has of them, each with its key. Raises as `build` does.
    """
    with _telling_errors(config):
        yield from _begun(config, cache, plugin).populate(paths)


def read_ahead(config: MkDocsConfig, cache: Cache, plugin: Plugin, company: Company) -> None:
    """Let companions make the pages of a language that are not known, if they are many.

    Nothing is written, and what they could not make is not told. Raises as `build` does.
    """
    with _telling_errors(config):
        _begun(config, cache, plugin).read_ahead(company)


def _begun(config: MkDocsConfig, cache: Cache, plugin: Plugin) -> _Language:
    config = cache.configured(config)
    config.plugins.on_pre_build(config=config)
    cache.remember_computed(config)
    return _Language(config, cache, plugin)


@contextmanager
def _telling_errors(config: MkDocsConfig) -> Iterator[None]:
    """Tell plugins of an error, as MkDocs does."""
    try:
        yield
    except Exception as error:
        config.plugins.on_build_error(error=error)
        if isinstance(error, BuildError):
            log.error(str(error))
            raise Abort("Aborted with a BuildError!") from error
        raise


@dataclass(frozen=True)
class _Language:
    config: MkDocsConfig
    cache: Cache
    plugin: Plugin

    @property
    def code(self) -> str:
        """The language."""
        return str(self.config.extra["docsite"].language.code)

    @functools.cached_property
    def pages(self) -> Populations:
        """The pages that are known, once it is known which there are."""
        return self.cache.pages(self.config, self.plugin.objects)

    def build(self, company: Company | None) -> Outputs:
        config = self.config
        files, nav, env = self._gather()
        doc_files = files.documentation_pages()
        made = [*doc_files, *filter(is_copied, files)]
        self.cache.spare.begin(self.code, config.site_dir, [file.dest_uri for file in made])
        self._populate(files, company)
        with crossrefs.resolved(self.pages, config, files):
            env = config.plugins.on_env(env, config=config, files=files)
        shells = cast(Shells, self.plugin.shells)
        shells.digests.update(self.pages.digests)
        writer = Writer(
            self.code, config, self.cache, self.pages, shells, files, nav, env, self.plugin.count
        )
        if writer.makes_many():
            shells.frames = self._frames(fragments.attach(env, config))
        writer.copy()
        for template in config.theme.static_templates:
            _build_theme_template(template, env, files, config, nav)
        for template in config.extra_templates:
            _build_extra_template(template, files, config, nav)
        writer.write_all(company)
        for file in doc_files:
            level = config.validation.links.anchors
            page_of(file).validate_anchor_links(files=files, log_level=level)
        writer.take_index()
        config.plugins.on_post_build(config=config)
        return writer.outputs

    def populate(self, paths: Collection[str]) -> Iterator[tuple[bytes, bytes]]:
        files, _, _ = self._gather()
        self.plugin.expect(len(paths))
        chosen = set(paths)
        for file in (file for file in files.documentation_pages() if file.src_uri in chosen):
            if file.page is None:
                Page(None, file, self.config)
            key = self.pages.populate(page_of(file), self.config, files)
            self.plugin.count()
            yield from self.pages.results(key)

    def read_ahead(self, company: Company) -> None:
        files, _, _ = self._gather()
        self._let_make(self._pages(files), files, company)

    def _gather(self) -> tuple[Files, Navigation, jinja2.Environment]:
        config = self.config
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        return files, config.plugins.on_nav(nav, config=config, files=files), env

    def _frames(self, holes: Holes) -> Frames | None:
        read = functools.partial(self.cache.previous.read, self.code)
        return Frames.attach(self.cache.store, holes, self.config, read)

    def _pages(self, files: Files) -> Mapping[str, Page]:
        """Return the pages, whether in the navigation or not, by their paths."""
        for file in files.documentation_pages():
            if file.page is None and file.inclusion.is_not_in_nav():  # type: ignore[no-untyped-call]
                Page(None, file, self.config)
        return {file.src_uri: page_of(file) for file in files.documentation_pages()}

    def _populate(self, files: Files, company: Company | None) -> None:
        pages = self._pages(files)
        if company is not None:
            self._let_make(pages, files, company)
        for page in pages.values():
            self.pages.populate(page, self.config, files)

    def _let_make(self, pages: Mapping[str, Page], files: Files, company: Company) -> None:
        """Let companions make the pages that are not known, if they are many."""
        wanted = [path for path, page in pages.items() if not self.pages.seems_known(page)]
        if len(wanted) < companions.ENOUGH:
            return
        content = self.cache.sources.content
        in_order = [path for path in wanted if shows_objects(content(pages[path].file))]
        others = [path for path in wanted if path not in set(in_order)]

        def make(path: str) -> None:
            self.pages.populate(pages[path], self.config, files)

        made = companions.make_all(in_order, others, make, self.cache.store, company.count)
        for path, seconds in made.items():
            company.clock.note(path, seconds)
