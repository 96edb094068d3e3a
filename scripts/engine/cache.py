"""What a build remembers of earlier builds, handed from the driver to the plugin as one thing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.engine import inputs
from scripts.engine.rendering import Renderings
from scripts.engine.shells import Shells
from scripts.engine.store import Store, digest


@dataclass(frozen=True)
class Cache:
    """The results of earlier builds of the project at `root`."""

    root: Path
    store: Store
    fingerprint: bytes

    @classmethod
    def at(cls, root: Path) -> Cache:
        """Return the project's cache on disk."""
        return cls(root, Store.at(root), inputs.fingerprint(root))

    @classmethod
    def nowhere(cls, root: Path) -> Cache:
        """Return a cache that holds no more than what this build itself makes."""
        return cls(root, Store(None), inputs.fingerprint(root))

    def remember_page(self, page: Page) -> None:
        """Let the page take its rendering from here."""
        Renderings(self.store, self.root, self.fingerprint).attach(page)

    def remember_shells(
        self, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let the pages take their shells and search entries from here."""
        site = config.extra["docsite"]
        print_ = digest([self.fingerprint, site.language.code, str(config.site_url)])
        Shells(self.store, print_).attach(env, config, nav)
