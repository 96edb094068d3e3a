"""One language kept warm: MkDocs' build of it in phases, of which an edit repeats only a part.

The phases are MkDocs' own: configuration, files, navigation, pages read, cross-references, pages
written. After the first time, an edit of a page reads that page anew and puts it into the
navigation; pages are written when a browser asks for them. Whatever is not known to have so small
an effect makes the language `outdated`: it is then built anew as a whole.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from scripts.docsite.languages import SOURCE
from scripts.docsite.model import PageKey
from scripts.engine.builds import building
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.language import PLUGIN, PageCounter, configuration
from scripts.engine.builds.problems import CONFIGURATION, Problem, told
from scripts.engine.inputs import reading
from scripts.engine.live import navigation, plugins
from scripts.engine.markdown import rendering
from scripts.engine.pages.population import NotKnownError, Populations
from scripts.engine.theme.navigation import whole

log = logging.getLogger("mkdocs.docsite.live")


@dataclass
class Known:
    """What is known of a page since it was last read."""

    reads: reading.Reads
    content: str | None = None
    """The finished HTML of its text; None where it could not be read yet."""
    problem: Problem | None = None
    serial: int = 0
    """The number of the reading that the content is from."""


@dataclass
class Warm:
    """One language of the project at `root`, configured, and with its files known."""

    root: Path
    target: Path
    code: str
    address: str
    """The address of the English home page."""
    cache: Cache
    pages: dict[str, Known] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    """What is wrong with the language as a whole though its pages can be shown, by the phase."""
    outdated: bool = False
    urgent: set[str] = field(default_factory=set)
    """Pages whose own source changed."""
    later: set[str] = field(default_factory=set)
    """Pages that may show something else that changed."""
    unverified: bool = False

    def __post_init__(self) -> None:
        """Do the first phases: configuration and files."""
        plugins.unshare()
        self.config = configuration(self.root, self.target, self.code, site_url=self.address)
        plugins.unshare()  # a later build in this process leaves these alone, too
        self.cache.remember_theme(self.config)
        events = self.config.plugins
        cast(PageCounter, events[PLUGIN]).is_live = True
        events.on_startup(command="serve", dirty=False)
        cast(PageCounter, events[PLUGIN]).managed = True
        self.config = self.cache.configured(self.config)
        events.on_pre_build(config=self.config)
        self.env = self.config.theme.get_env()
        self.files = get_files(self.config)
        self.files.add_files_from_theme(self.env, self.config)
        self.files = events.on_files(self.files, config=self.config)
        set_exclusions(self.files, self.config)
        kept = [file for file in self.files if file.inclusion is not InclusionLevel.EXCLUDED]
        self.served = {file.dest_uri: file for file in kept}
        self.shell = 0
        """The number of the look that all pages have beside their content."""
        self._rendered: dict[str, tuple[tuple[int, int], bytes]] = {}
        self._made: dict[str, tuple[int, int]] = {}
        self._serial = 0
        self._look = b""

    @property
    def prefix(self) -> str:
        """The folder of the language below the site's home."""
        return "" if self.code == SOURCE else f"{self.code}/"

    @property
    def documents(self) -> Sequence[File]:
        """The files that become pages."""
        return self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)

    def fill(self) -> None:
        """Do the phases in which all pages are read; of one that can't be, the problem is kept.

        Raises `NotKnownError` where the cache turns out not to hold what it seemed to.
        """
        log.info("%s: reading %d pages", self.code, len(self.documents))
        self.nav = get_navigation(self.files, self.config)
        self._titles = {page.file.src_uri: vars(page).get("title") for page in self.nav.pages}
        self._sections = [(s, s.title) for s in navigation.sections(self.nav.items)]
        self._arrange()
        whole = self.cache.knows_pages and building.can_build(self.config)
        objects = cast(PageCounter, self.config.plugins[PLUGIN]).objects
        known = self.cache.pages(self.config, objects) if whole else None
        for file in self.documents:
            self.cache.remember_page(file.page or Page(None, file, self.config), objects)
            self._read(file, known)
        self._arrange()
        self._finish_all()
        for file in self.documents:
            if file.page and self.pages[file.src_uri].content is not None:
                self.pages[file.src_uri].content = file.page.content
        self.cache.store.flush()
        plugins.silence_search(self.config)
        self._reaching = plugins.reaching(self.config)
        self.unverified = True

    def page(self, uri: str) -> bytes:
        """Return the HTML of a page, as it was last read; raises whatever its template does."""
        known, file = self.pages[uri], self.files.src_uris[uri]
        key = (known.serial, self.shell)
        if uri not in self._rendered or self._rendered[uri][0] != key:
            page = file.page
            assert page is not None
            path = Path(file.abs_dest_path)
            path.unlink(missing_ok=True)
            page.content = known.content
            _build_page(
                page,
                self.config,
                self.documents,
                self.nav,
                self.env,
                excluded=file.inclusion is InclusionLevel.DRAFT,
            )
            page.content = known.content  # the search plugin takes its own marks out of it
            self._rendered[uri] = key, path.read_bytes() if path.exists() else b""
        return self._rendered[uri][1]

    def renew(self, language: str, uri: str) -> None:
        """Forget the source of a page, in one language, that the site has read before."""
        site = self.config.extra["docsite"]
        key = PageKey(uri)
        site = replace(site, tree=site.tree.renewed(language, key))
        self.config.extra["docsite"] = site
        if language in (self.code, SOURCE) and uri in self.pages:
            self.urgent.add(uri)
            file = self.files.src_uris[uri]
            reaches = file.url in self._reaching or not site.is_made_from(key, file)
            self.outdated |= reaches or not building.can_build(self.config)

    def renew_templates(self) -> None:
        """Forget the templates, which every page is made with."""
        if self.env.cache is not None:
            self.env.cache.clear()
        self.shell += 1

    def note_reads(self, files: frozenset[str], folders: frozenset[str]) -> None:
        """Mark the pages that read one of the files, or listed one of the folders."""
        for uri, known in self.pages.items():
            read = known.reads.files & files or known.reads.folders & folders
            if read or known.problem is not None:
                self.later.add(uri)

    def freshen(self, uri: str | None = None) -> None:
        """Read anew the pages that were edited, and the page asked for."""
        due = sorted(self.urgent)
        if uri in self.later and uri not in self.urgent:
            due.append(uri)
        for one in due:
            self.urgent.discard(one)
            self.later.discard(one)
            self._read_again(self.files.src_uris[one])
        if due:
            self._arrange()
            self.unverified = True

    def verify(self) -> None:
        """Check what an edit can break beyond its page: redirects, and links to anchors."""
        self.unverified = False
        for file in self.documents:
            if file.page is not None:
                file.page.content = ""  # finished already
        try:
            self._finish_all()
        finally:
            for file in self.documents:
                if file.page is not None:
                    file.page.content = self.pages[file.src_uri].content or ""
        for file in self.documents:
            if file.page is not None:
                level = self.config.validation.links.anchors
                file.page.validate_anchor_links(files=self.files, log_level=level)

    def _read(self, file: File, store: Populations | None = None) -> bool:
        """Read the page of a file, or take what is known of it; return whether that went well."""
        page = file.page
        assert page is not None
        known = self.pages.setdefault(file.src_uri, Known(reading.Reads()))
        before = known.problem
        with rendering.sparing(), reading.recorded(self.root) as reads:
            try:
                if store is None:
                    _populate_page(page, self.config, self.files)
                else:
                    store.populate(page, self.config, self.files)
                    store.fill(page)
            except NotKnownError:
                raise
            except (Exception, SystemExit) as error:
                known.problem = told(self.root, error, self.source(file))
            else:
                known.problem = None
        known.reads = reads
        if known.problem is None:
            self._serial += 1
            known.content, known.serial = page.content, self._serial
        else:
            page.content = page.content or ""  # for those who go through all pages
            if known.problem != before:
                log.error("%s", known.problem)
        return known.problem is None

    def _read_again(self, file: File) -> None:
        old = file.page
        assert old is not None
        before = plugins.traces(self.config)
        new = Page(self._titles.get(file.src_uri), file, self.config)
        plugins.forget(self.config, file.src_uri)
        if not self._read(file):
            file.page = old
            return
        navigation.replace(self.nav, old, new)
        self.outdated |= plugins.traces(self.config) != before
        plugins.resolve(self.config, self.env, file)
        self.pages[file.src_uri].content = new.content

    def _arrange(self) -> None:
        """Let the plugins see the navigation again; a new look of it makes all pages new."""
        for section, title in self._sections:
            section.title = title
        try:
            self.nav = self.config.plugins.on_nav(self.nav, config=self.config, files=self.files)
            self.problems.pop("navigation", None)
        except (Exception, SystemExit) as error:
            self.problems["navigation"] = told(self.root, error, CONFIGURATION)
        look = whole(self.nav)
        self.shell += look != self._look
        self._look = look

    def _finish_all(self) -> None:
        """Let the plugins see all pages, and take the files that they add."""
        known = set(self.files.src_uris)
        try:
            self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)
            self.problems.pop("pages", None)
        except (Exception, SystemExit) as error:
            self.problems["pages"] = told(self.root, error, CONFIGURATION)
            for file in self.documents:
                plugins.resolve(self.config, self.env, file)
        for file in [file for file in self.files if file.src_uri not in known]:
            self.served[file.dest_uri] = file
            self.files.remove(file)  # when pages are read, they are not there yet

    def template(self, name: str) -> bytes | None:
        """Return what a template of the theme that is no page gives, as the pages stand now."""
        path = Path(self.config.site_dir) / name
        if self._made.get(name) != (self._serial, self.shell):
            path.unlink(missing_ok=True)
            _build_theme_template(name, self.env, self.files, self.config, self.nav)
            self._made[name] = (self._serial, self.shell)
        return path.read_bytes() if path.exists() else None

    def search_index(self) -> bytes:
        """Return the search index, in which only the entries of changed pages are made anew."""
        pages = []
        for file in self.documents:
            known = self.pages[file.src_uri]
            if file.page is not None and known.content is not None:
                file.page.content = known.content
                pages.append(file.page)
        return plugins.search_index(self.config, self.cache, pages)

    def source(self, file: File) -> str:
        """Return the path of a file's source from the root."""
        return str(self.config.extra["docsite"].source_path(file))
