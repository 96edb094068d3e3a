"""The outputs of one language: written, or let stand where they were made from the same before."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import jinja2
from mkdocs import utils
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.engine.builds import companions
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.companions import Company
from scripts.engine.builds.messages import Messages
from scripts.engine.pages import search
from scripts.engine.pages.population import Populations
from scripts.engine.pages.shells import Shells
from scripts.engine.store.digests import digest

MANY = 8
"""How many pages must be put into the theme for it to pay to note what is alike on them."""


@dataclass(frozen=True)
class Writer:
    """Writes what a language consists of, whose pages are all known by now."""

    code: str
    """The language."""
    config: MkDocsConfig
    cache: Cache
    pages: Populations
    shells: Shells
    files: Files
    nav: Navigation
    env: jinja2.Environment
    count: Callable[[], None]
    """Is called for each page that is not put into the theme here."""
    outputs: dict[str, str] = field(default_factory=dict)
    """What each output was made from."""
    _keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    """What stands for all that the pages are made from that it was worked out of."""

    @cached_property
    def _doc_files(self) -> Sequence[File]:
        return self.files.documentation_pages()

    def makes_many(self) -> bool:
        """Return whether many pages are put into the theme, since little of them is known."""
        wanted = (file for file in self._doc_files if not self._seems_made(page_of(file)))
        return next(itertools.islice(wanted, MANY - 1, None), None) is not None

    def copy(self) -> None:
        """Copy what is no page, but for what is there already, copied from the same."""
        for file in filter(is_copied, self.files):
            key = self._copied_from(file)
            if key is not None:
                self.outputs[file.dest_uri] = key.hex()
            if not self._stands(file, key) and not self._is_linked(file, key):
                file.copy_file()
            if key is not None:
                self.cache.copied[file.dest_uri] = key, file.abs_dest_path

    def write_all(self, company: Company | None) -> None:
        """Write all pages; with `company`, several processes write those to be made, if many."""
        pages = {file.src_uri: page_of(file) for file in self._doc_files}
        written = self._let_write(pages, company) if company is not None else ()
        for path, page in pages.items():
            if path in written and self._is_indexed(page):
                self.outputs[page.file.dest_uri] = self._key(page).hex()
                self.count()
            else:
                self.write(page)

    def write(self, page: Page) -> None:
        """Write a page's HTML: the last build's, the one that is known, or a new one."""
        key = self._key(page)
        self.outputs[page.file.dest_uri] = key.hex()
        if self._take(page, key):
            if self._is_indexed(page):
                self.count()
                return
            # It may be a link to what the site shows.
            Path(page.file.abs_dest_path).unlink(missing_ok=True)
        self.pages.fill(page)
        self.shells.wanted[page.file.src_uri] = key
        _build_page(page, self.config, self._doc_files, self.nav, self.env)

    def take_index(self) -> None:
        """Let the search index be the last build's where it is made from the same."""
        if self.shells.search is not None:
            made_from = self.shells.search.made_from()
            self.outputs[search.PATH] = made_from.hex()
            kept = self.cache.previous.read(self.code, search.PATH, made_from)
            self.shells.search.kept = kept

    def _let_write(self, pages: Mapping[str, Page], company: Company) -> Collection[str]:
        """Let companions write the pages that are to be made, if they are many; return which."""
        wanted = [path for path, page in pages.items() if not self._seems_made(page)]
        if len(wanted) < companions.ENOUGH:
            return ()

        def make(path: str) -> None:
            with Messages() as told:
                self.write(pages[path])
            if told.texts or told.errors:
                raise RuntimeError(path)  # who builds comes to the page, and tells the same

        written = companions.make_all((), wanted, make, self.cache.store, company.count)
        for path, seconds in written.items():
            company.clock.note(path, seconds, theme=True)
        return written.keys()

    def _seems_made(self, page: Page) -> bool:
        """Return whether a page's HTML was made from the same before, though it may be damaged."""
        key, path = self._key(page), page.file.dest_uri
        stands = self.cache.spare.holds(self.code, path, key)
        return stands or self.cache.previous.has(self.code, path, key) or key in self.cache.store

    def _key(self, page: Page) -> bytes:
        path = page.file.src_uri
        if path not in self._keys:
            self._keys[path] = self.shells.key(page)
        return self._keys[path]

    def _is_indexed(self, page: Page) -> bool:
        """Add a page to the search index if its entries are known; return False if not."""
        return self.shells.search is None or self.shells.search.add_known(page)

    def _stands(self, file: File, key: bytes | None) -> bool:
        """Let an output be what was made from the same before; return whether there is that."""
        path = file.dest_uri
        if key is not None and self.cache.spare.holds(self.code, path, key):
            return True
        target = Path(file.abs_dest_path)
        target.unlink(missing_ok=True)  # it may be a link to what the site shows
        return key is not None and self.cache.previous.link(self.code, path, key, target)

    def _is_linked(self, file: File, key: bytes | None) -> bool:
        """Let a copy be the one that another language has made of the same, if it can."""
        made_from, there = self.cache.copied.get(file.dest_uri, (None, ""))
        if key is None or key != made_from:
            return False
        Path(file.abs_dest_path).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(there, file.abs_dest_path)
        except OSError:
            return False
        return True

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


def page_of(file: File) -> Page:
    """Return the page of a file that is one."""
    assert file.page is not None  # MkDocs has made one for each
    return file.page


def is_copied(file: File) -> bool:
    """Return whether a file is no page, and part of the site."""
    return not file.is_documentation_page() and bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]
