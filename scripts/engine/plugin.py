"""The MkDocs plugin that makes one `mkdocs build` the build of all languages."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine.builds import driver
from scripts.engine.builds.cache import Cache
from scripts.engine.markdown.recording import Sources
from scripts.engine.markdown.rendering import objects_digest
from scripts.engine.pages.shells import Shells
from scripts.engine.publishing import output

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.docsite")


class DocsiteConfig(Config):
    """The plugin has no options."""


class DocsitePlugin(BasePlugin[DocsiteConfig]):
    """Builds the other languages after English, and publishes all of them together."""

    def __init__(self) -> None:
        self.managed = False
        """Whether the driver builds and publishes; then the plugin only remembers and counts."""
        self.is_live = False
        """Whether the live server makes the pages, and not MkDocs."""
        self.cache: Cache | None = None
        self.shells: Shells | None = None
        """What is known of the shells of this build's pages."""
        self.objects = b""
        """Stands for all pages that show objects of the code."""
        self.pages_done = 0
        self._command = ""
        self._progress: driver.Watcher | None = None
        self._language = SOURCE
        self._total = 0
        self._nav: Navigation | None = None
        self._stack = ExitStack()
        self._finished = False
        self._aside: tuple[MkDocsConfig, Path] | None = None

    def watch_pages(self, code: str, progress: driver.Watcher | None) -> None:
        """Tell `progress` of each page of the language that is written from now on."""
        self._language, self._progress, self.pages_done = code, progress, 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what MkDocs was called for."""
        self._command, self.managed, self._finished = command, False, False
        self._stack, self._aside = ExitStack(), None
        if command == "serve" and not self.is_live:
            from scripts.engine.live import start  # a build does not need it

            self._stack.enter_context(start.without_a_build())

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build aside when MkDocs itself was asked for the whole site."""
        if not self.managed:
            self.cache = Cache.at(self._root(config))
            self.cache.remember_theme(config)
        if self._builds_all(config):
            self._aside = (config, Path(config.site_dir))
            try:
                folder = self._stack.enter_context(output.staging(self._root(config)))
            except DocsError as error:
                raise Abort(str(error)) from error
            config.site_dir = str(folder / driver.SITE)
        return config

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Count the pages that there are to do, and look which belong together."""
        self.expect(len(files.documentation_pages()))
        sources = self.cache.sources if self.cache else Sources(self._root(config))
        self.objects = objects_digest(files, sources)
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the finished navigation, which every page shows."""
        self._nav = nav
        return nav

    @event_priority(-100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Let the page take its rendering from the cache."""
        if self.cache is not None:
            self.cache.remember_page(page, self.objects)
        return markdown

    @event_priority(-100)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Let the pages take their shells from the cache."""
        if self.cache is not None and self._nav is not None:
            self.shells = self.cache.remember_shells(env, config, self._nav)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Count the page as done."""
        self.count()
        return output

    def expect(self, pages: int) -> None:
        """Remember how many pages there are to do."""
        self._total = pages

    def count(self) -> None:
        """Count a page as done, and tell who watches."""
        self.pages_done += 1
        if self._progress is not None:
            self._progress(driver.Progress(self._language, self.pages_done, self._total))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build the other languages into the same folder."""
        if self.cache is not None:
            self.cache.store.flush()
        if not self._builds_all(config):
            return
        codes = [c for c in config.extra["docsite"].tree.languages.codes if c != SOURCE]
        target = Path(config.site_dir)
        results = driver.build_into(self._root(config), target, codes, cache=self.cache)
        for result in results:
            for text in result.warnings:
                log.warning("%s: %s", result.language, text)
        try:
            driver.check(results, strict=False)
        except DocsError as error:
            raise Abort(str(error)) from error
        self._finished = True

    def on_build_error(self, *, error: Exception, **kwargs: Any) -> None:
        """Publish nothing of a build that failed."""
        self._finished = False

    def on_shutdown(self) -> None:
        """Put the finished build in the place of the site, and clean up."""
        with self._stack:
            if self._aside is not None:
                config, site = self._aside
                built, config.site_dir = Path(config.site_dir), str(site)
                if self._finished:
                    output.publish(self._root(config), built, site)
        self._aside = None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Serve every language, built when asked for and kept as the sources stand."""
        from scripts.engine.live import server as live_server  # a build does not need it

        try:
            return cast("LiveReloadServer", live_server.in_place_of(server, config))
        except DocsError as error:
            raise Abort(str(error)) from error

    def _builds_all(self, config: MkDocsConfig) -> bool:
        english = Path(config.docs_dir).name == SOURCE
        return self._command in ("build", "gh-deploy") and not self.managed and english

    @staticmethod
    def _root(config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent
