"""The outputs of one language: written, or let stand where they were made from the same before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from mkdocs import utils
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.engine import search
from scripts.engine.cache import Cache
from scripts.engine.population import Populations
from scripts.engine.shells import Shells
from scripts.engine.store import digest


@dataclass(frozen=True)
class Writer:
    """Writes what a language consists of, whose pages are all known by now."""

    config: MkDocsConfig
    cache: Cache
    pages: Populations
    shells: Shells
    count: Callable[[], None]
    """Is called for each page that needs no theme."""
    outputs: dict[str, str] = field(default_factory=dict)
    """What each output was made from."""

    @property
    def code(self) -> str:
        """The language."""
        return str(self.config.extra["docsite"].language.code)

    def copy(self, files: Files) -> None:
        """Copy what is no page, but for what is there already, copied from the same."""
        for file in filter(is_copied, files):
            key = self._copied_from(file)
            if key is not None:
                self.outputs[file.dest_uri] = key.hex()
            if not self._stands(file, key):
                file.copy_file()

    def write(
        self, page: Page, doc_files: Sequence[File], nav: Navigation, env: jinja2.Environment
    ) -> None:
        """Write a page's HTML: the last build's, the one that is known, or a new one."""
        shells = self.shells
        key = shells.key(page)
        self.outputs[page.file.dest_uri] = key.hex()
        taken = self._take(page, key)
        if taken and (shells.search is None or shells.search.add_known(page)):
            self.count()
            return
        self.pages.fill(page)
        Path(page.file.abs_dest_path).unlink(missing_ok=True)
        shells.wanted[page.file.src_uri] = key
        _build_page(page, self.config, doc_files, nav, env)

    def take_index(self) -> None:
        """Let the search index be the last build's where it is made from the same."""
        if self.shells.search is not None:
            made_from = self.shells.search.made_from()
            self.outputs[search.PATH] = made_from.hex()
            kept = self.cache.previous.read(self.code, search.PATH, made_from)
            self.shells.search.kept = kept

    def _stands(self, file: File, key: bytes | None) -> bool:
        """Let an output be what was made from the same before; return whether there is that."""
        path, target = file.dest_uri, Path(file.abs_dest_path)
        if key is not None and self.cache.spare.holds(self.code, path, key):
            return True
        target.unlink(missing_ok=True)  # it may be a link to what the site shows
        return key is not None and self.cache.previous.link(self.code, path, key, target)

    def _copied_from(self, file: File) -> bytes | None:
        """Return what stands for a file that is copied: its state as the system tells it.

        None where that says too little: of a file that was generated, or is just changing.
        """
        source = file.abs_src_path
        if source is None or not self.cache.sources.is_settled(source):
            return None
        stat = Path(source).stat()
        state = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        return digest([source, repr(state)])

    def _take(self, page: Page, key: bytes) -> bool:
        """Let a page's HTML be what was made from the same before; return whether that is known."""
        if self._stands(page.file, key):
            return True
        if kept := self.cache.store.get(key):
            utils.write_file(kept, page.file.abs_dest_path)
        return kept is not None


def is_copied(file: File) -> bool:
    """Return whether a file is no page, and part of the site."""
    return not file.is_documentation_page() and bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]
