"""What a build remembers of earlier builds, handed from the driver to the plugin as one thing."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.docsite import data_pages
from scripts.docsite.languages import SOURCE
from scripts.engine.inputs import fingerprints
from scripts.engine.inputs.computed import Computed
from scripts.engine.markdown import handlers
from scripts.engine.markdown.recording import Sources
from scripts.engine.markdown.rendering import Renderings
from scripts.engine.pages.population import Populations
from scripts.engine.pages.shells import Shells
from scripts.engine.publishing.previous import NOTHING, Previous
from scripts.engine.publishing.spare import NOWHERE, Spare
from scripts.engine.store.digests import digest
from scripts.engine.store.results import Store
from scripts.engine.theme import templates


@dataclass(frozen=True)
class Cache:
    """The results of earlier builds of the project at `root`."""

    root: Path
    store: Store
    fingerprint: bytes
    sources: Sources
    """The project's files as this build finds them."""
    previous: Previous = NOTHING
    """The site as the last build left it."""
    spare: Spare = NOWHERE
    """What stands in the folder that is built into."""
    known_computed: Computed | None = None
    together: bool = False
    """Whether other languages are built into the same folder at the same time."""
    knows_pages: bool = True
    """Whether pages are taken from here whole, not only their renderings and shells."""
    copied: dict[str, tuple[bytes, str]] = field(default_factory=dict, repr=False)
    """What the languages built so far have copied, by its address: from what, and where it is."""
    read: dict[bytes, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """What they have looked up of English pages."""

    @classmethod
    def at(cls, root: Path) -> Cache:
        """Return the project's cache on disk."""
        return cls(root, Store.at(root), fingerprints.fingerprint(root), Sources(root))

    @classmethod
    def nowhere(cls, root: Path) -> Cache:
        """Return a cache that holds no more than what this build itself makes."""
        return cls(root, Store(None), fingerprints.fingerprint(root), Sources(root))

    def before(
        self, computed: Computed, previous: Previous = NOTHING, spare: Spare = NOWHERE
    ) -> Cache:
        """Return the cache for a build that begins now, with what is known of the site."""
        return replace(
            self,
            sources=Sources(self.root),
            previous=previous,
            spare=spare,
            known_computed=computed,
            copied={},
            read={},
        )

    def without_pages(self) -> Cache:
        """Return the cache for a build that takes no pages whole."""
        return replace(self, knows_pages=False)

    @functools.cached_property
    def computed(self) -> Computed:
        """The data that pages show and no file holds."""
        return self.known_computed or Computed.of(self.root, remembers=self.is_kept)

    @property
    def is_kept(self) -> bool:
        """Whether a later build finds what is made, and this one what an earlier one made."""
        return self.store.path is not None

    @functools.cached_property
    def _names(self) -> bytes:
        return digest(fingerprints.names(self.root))

    @property
    def _english(self) -> bytes:
        return digest([self.fingerprint, "read", SOURCE])

    def has_read_english(self) -> bool:
        """Return whether English pages were read as the project is, so that most may be known."""
        return self._english in self.store

    def remember_page(self, page: Page, objects: bytes) -> None:
        """Let the page take its rendering from here.

        `objects` stands for all pages that show objects of the code.
        """
        Renderings(self.store, self.sources, self.fingerprint, objects).attach(page)

    def remember_theme(self, config: MkDocsConfig) -> None:
        """Let the theme take its compiled templates and the list of its files from here."""
        templates.attach(config.theme, self.store, self.fingerprint)

    def configured(self, config: MkDocsConfig) -> MkDocsConfig:
        """Return what plugins make of the configuration, which load only what they need yet."""
        with handlers.late(self.store, self.fingerprint):
            return config.plugins.on_config(config)

    def remember_shells(
        self, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation
    ) -> Shells:
        """Let the pages take their shells and search entries from here.

        What is made on top of the last site is kept there: it is more than it saves, where many
        pages show what changed.
        """
        keeps = self.previous is NOTHING
        return Shells.attach(self.store, self.fingerprint, env, config, nav, keeps=keeps)

    def pages(self, config: MkDocsConfig, objects: bytes) -> Populations:
        """Return what is known of the pages of the language that is configured.

        `objects` stands for all of them that show objects of the code.
        What an English page is in another language does not follow from which one it is.
        """
        site, vendored = config.extra["docsite"], config.extra.get("vendored")
        parts: list[str | bytes] = [self.fingerprint, self._names, str(site.language.is_source)]
        parts.append(vendored.prefix if vendored else "")
        reference = config.extra.get("reference")
        parts.append(reference.identity if reference else "")
        shown = self.computed.by_name()
        if site.language.is_source and not self.has_read_english():
            self.store.put(self._english, b"", kind="read")
        return Populations(self.store, self.sources, digest(parts), shown, objects, self.read)

    def remember_computed(self, config: MkDocsConfig) -> None:
        """Let pages take from here what they show and no file holds."""
        config.extra["computed"] = {
            name: functools.partial(self.computed.get, name, make)
            for name, make in data_pages.COMPUTED.items()
        }
