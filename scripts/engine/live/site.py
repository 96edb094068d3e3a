"""The site while it is written: what each address shows, as the sources stand now.

Everything here runs in one thread (see `building`). A language is built when it is first asked
for, and again when something changed whose effect reaches beyond single pages; where that fails,
what was built before stays, and the problem is told with it.
"""

from __future__ import annotations

import logging
import mimetypes
import posixpath
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.structure.files import File

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.messages import Messages
from scripts.engine.builds.problems import CONFIGURATION, Problem, told
from scripts.engine.live import plugins
from scripts.engine.live.answers import Answer, static
from scripts.engine.live.references import Versions
from scripts.engine.live.warm import Warm
from scripts.engine.live.watching import Changes
from scripts.engine.pages.population import NotKnownError
from scripts.engine.pages.search import PATH

log = logging.getLogger("mkdocs.docsite.live")

SOURCES = (DOCS, "docs_src", "data", "overrides", "scripts", CONFIGURATION)
"""What is looked at for changes."""

MANY = 100
"""How many sources a page may have of which each is worth a glance all the time."""

_REACHING = (CONFIGURATION, languages.FILE, "data/names.yml", "data/redirects.yml")
"""What all languages follow from."""

_FOLDERS = (f"{DOCS}/", "overrides/")
"""Folders in which a file that comes or goes changes more than a page."""


@dataclass
class LiveSite:
    """All languages of the project at `root`, served below `address`; built below `target`."""

    root: Path
    target: Path
    address: str
    _held: dict[str, Warm] = field(default_factory=dict, repr=False)
    _failed: dict[str, Problem] = field(default_factory=dict, repr=False)
    """Why a language can't be built as the sources stand."""
    _filled: set[str] = field(default_factory=set, repr=False)
    _last: dict[tuple[str, str], bytes] = field(default_factory=dict, repr=False)
    """The last good HTML of each page that was shown."""
    _codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Begin without any version or cache."""
        self._versions = Versions(self._source)
        self._cache: Cache | None = None

    def note(self, changes: Changes) -> None:
        """Take changes of the sources into account; what is stale is made anew when asked for."""
        self._failed.clear()
        if self._cache is not None:
            self._cache.store.close()  # else it stays open until rubbish is collected
        self._cache = None  # it looks at each source once
        moved = changes.added | changes.removed
        self._codes = () if languages.FILE in changes.paths else self._codes
        everything = any(path.startswith(_FOLDERS) for path in moved)
        everything |= not changes.paths.isdisjoint(_REACHING)
        for code, warm in self._held.items():
            words = {f"{languages.MESSAGES}/{c}.yml" for c in (code, SOURCE)}
            warm.outdated |= everything or not changes.paths.isdisjoint(words)
        folders = frozenset(posixpath.dirname(path) for path in moved)
        for warm in self._held.values():
            warm.note_reads(changes.paths, folders)
            for path in sorted(changes.modified):
                _renew(warm, path)

    def answer(self, path: str) -> Answer:
        """Return what the address shows; `path` is below the site's home, without a slash."""
        try:
            return self._answer(*self._split(path))
        except (Exception, SystemExit) as error:
            log.exception("an error of the live server")
            return self._lost(told(self.root, error, CONFIGURATION))

    def _answer(self, code: str, rest: str) -> Answer:
        warm = self._prepared(code)
        if warm is not None and (file := warm.served.get(rest)) and not _is_page(file):
            return static(file, rest)
        warm = self._current(code)
        if warm is None:
            return self._lost(self._failed[code])
        return self._of_language(warm, rest)

    def language_of(self, path: str) -> str:
        """Return the language that an address belongs to."""
        return self._split(path)[0]

    def settle(self) -> None:
        """Finish all that was put off."""
        while any(self.idle(code) for code in list(self._held)):
            pass

    def read_edited(self) -> bool:
        """Read the pages that were edited though nobody asked for them; return whether any was."""
        due = [warm for code, warm in self._held.items() if code in self._filled and warm.urgent]
        for warm in due:
            warm.freshen()
        return bool(due)

    def idle(self, code: str) -> bool:
        """Do a piece of what was put off in a language; return whether there was any."""
        warm = self._held.get(code)
        if warm is None or code not in self._filled or code in self._failed:
            return False
        if warm.outdated or warm.urgent:
            self._current(code)
        elif warm.later:
            warm.freshen(min(warm.later))
        elif warm.unverified:
            warm.verify()
        else:
            return False
        return True

    def _of_language(self, warm: Warm, rest: str) -> Answer:
        page = f"{rest}index.html" if not rest or rest.endswith("/") else rest
        file = warm.served.get(page)
        if file is not None and _is_page(file):
            return self._page(warm, file)
        if file is not None:
            return static(file, page)
        if f"{rest}/index.html" in warm.served:
            prefix = "" if warm.code == SOURCE else f"{warm.code}/"
            return Answer(302, location=f"{prefix}{rest}/")
        return self._made(warm, rest) or self._missing(warm)

    def _page(self, warm: Warm, file: File) -> Answer:
        warm.freshen(file.src_uri)
        if warm.outdated and warm.code not in self._failed:
            current = self._current(warm.code)
            if current is not None and current is not warm:
                return self._of_language(current, file.dest_uri)
        known, at = warm.pages[file.src_uri], (warm.code, file.src_uri)
        problem = known.problem or next(iter(warm.problems.values()), None)
        if known.content is not None:
            try:
                self._last[at] = warm.page(file.src_uri)
            except (Exception, SystemExit) as error:
                problem = told(self.root, error, warm.source(file))
        problem = problem or self._failed.get(warm.code)
        body = self._last.get(at)
        sources = {warm.source(file), f"{DOCS}/{SOURCE}/{file.src_uri}"}
        if len(known.reads.files) < MANY:
            sources |= known.reads.files
        if body is None and problem is not None:
            return self._lost(problem, frozenset(sources))
        answer = self._shown(warm, body or b"", f"{warm.prefix}{file.url}", 200, problem)
        return replace(answer, sources=frozenset(sources))

    def _missing(self, warm: Warm) -> Answer:
        """Return the language's own page for what is not there."""
        try:
            body = warm.template("404.html") or b"There is no such page."
        except (Exception, SystemExit) as error:
            return self._lost(told(self.root, error, "overrides/404.html"))
        problem = self._failed.get(warm.code)
        return self._shown(warm, body, f"{warm.prefix}404.html", 404, problem)

    def _shown(
        self, warm: Warm, body: bytes, path: str, status: int, problem: Problem | None
    ) -> Answer:
        version = f"{status}.{self._versions.version(path, body)}"
        return Answer(status, body, page=True, version=version, problem=problem)

    def _lost(self, problem: Problem, sources: frozenset[str] = frozenset()) -> Answer:
        version = problem.id
        return Answer(500, page=True, version=version, problem=problem, lost=True, sources=sources)

    def _made(self, warm: Warm, rest: str) -> Answer | None:
        """Return what is made of all pages, or was written by a plugin."""
        kind = mimetypes.guess_type(rest)[0] or "application/octet-stream"
        name = rest.removesuffix(".gz")
        while warm.urgent or warm.later:
            warm.freshen(next(iter(warm.later), None))
        if name in warm.config.theme.static_templates and warm.template(name) is None:
            return None
        if rest == PATH and plugins.has_search(warm.config):
            return Answer(200, warm.search_index(), kind)
        folder = Path(warm.config.site_dir).resolve()
        path = (folder / rest).resolve()
        written = path.is_file() and path.is_relative_to(folder) and path.suffix != ".html"
        return Answer(200, path.read_bytes(), kind) if written else None

    def _prepared(self, code: str) -> Warm | None:
        """Return a language whose files are known, though its pages may not have been read."""
        if code not in self._held and code not in self._failed:
            self._try(code, fill=False)
        return self._held.get(code)

    def _current(self, code: str) -> Warm | None:
        """Return a language as the sources stand, or as it was last where it can't be built."""
        warm = self._held.get(code)
        due = warm is None or warm.outdated or code not in self._filled
        if due and code not in self._failed:
            self._try(code, fill=True)
            warm = self._held.get(code)
        if warm is None or code not in self._filled:
            return None
        warm.freshen()
        return warm if not warm.outdated or code in self._failed else self._current(code)

    def _try(self, code: str, *, fill: bool) -> None:
        started = time.monotonic()
        held = self._held.get(code)
        usable = held is not None and not held.outdated and code not in self._filled
        with Messages() as messages:
            try:
                self._cache = self._cache or Cache.at(self.root)
                warm = held if held and usable else self._new(code, self._cache)
                if fill:
                    warm = self._filled_with(warm)
            except (Exception, SystemExit) as error:
                self._failed[code] = told(self.root, error, CONFIGURATION, messages.errors)
                log.error("%s", self._failed[code])
                if code not in self._filled:
                    self._held.pop(code, None)
                return
        if held is not None and held is not warm:
            held.cache.store.close()
        self._held[code] = warm
        if fill:
            self._filled.add(code)
            seconds = time.monotonic() - started
            log.info("%s: %d pages read in %.1f s", code, len(warm.pages), seconds)

    def _filled_with(self, warm: Warm) -> Warm:
        """Return the language with its pages read, without the cache where that is damaged."""
        try:
            warm.fill()
        except NotKnownError:
            self._cache = warm.cache.without_pages()
            warm = self._new(warm.code, self._cache)
            warm.fill()
        return warm

    def close(self) -> None:
        """Let go of what is open; it is opened again where it is asked for."""
        for warm in self._held.values():
            warm.cache.store.close()

    def _new(self, code: str, cache: Cache) -> Warm:
        return Warm(self.root, self.target, code, self.address, cache)

    def _split(self, path: str) -> tuple[str, str]:
        """Return the language that an address belongs to, and the rest of it."""
        if not self._codes:
            try:
                self._codes = languages.load(self.root).codes
            except DocsError:
                self._codes = tuple(self._held)
        first, slash, rest = path.partition("/")
        if slash and first in self._codes and first != SOURCE:
            return first, rest
        return SOURCE, path

    def _source(self, address: str) -> str:
        """Return the file that is served at an address; it may not be there."""
        code, rest = self._split(address)
        warm = self._prepared(code)
        file = warm.served.get(rest) if warm else None
        return (file.abs_src_path if file else None) or f"{self.root}/{DOCS}/{code}/{rest}"


def _renew(warm: Warm, path: str) -> None:
    """Let a language forget what it knows of a file that was modified."""
    folder, _, rest = path.partition("/")
    if folder == DOCS and rest.endswith(".md"):
        language, _, uri = rest.partition("/")
        warm.renew(language, uri)
    elif folder == "overrides":
        warm.renew_templates()


def _is_page(file: File) -> bool:
    return file.is_documentation_page()
