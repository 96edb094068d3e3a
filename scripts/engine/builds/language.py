"""The build of one language by stock MkDocs, in this process."""

from __future__ import annotations

import errno
import functools
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

import yaml
from mkdocs import utils
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import defaults, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.builds import building, problems
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.companions import Company
from scripts.engine.builds.messages import Messages
from scripts.engine.builds.problems import CONFIGURATION
from scripts.engine.builds.timing import Clock, Times
from scripts.engine.inputs import gate
from scripts.engine.markdown import rendering, segmenting
from scripts.engine.pages import parts
from scripts.engine.pages.parts import Part
from scripts.engine.pages.population import NotKnownError
from scripts.engine.publishing.previous import Outputs

PLUGIN = "docsite"
EMPTY = ".cache/empty"
"""Where a language without sources finds an empty folder of its name."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the build of one language is."""

    language: str
    pages_done: int
    pages_total: int
    message: str = ""
    """The page that is begun; where there is one, the numbers say nothing."""


@dataclass(frozen=True, slots=True)
class LanguageResult:
    """How the build of one language ended."""

    language: str
    seconds: float
    pages: int
    warnings: tuple[str, ...]
    error: str = ""
    reused: bool = False
    """Whether nothing had to be done, because nothing it is made from changed."""
    restored: bool = False
    """Whether it was put back from the cache, because it had been built from the same before."""
    again: bool = False
    """Whether it turned out that it has to be built before all others."""
    part: bool = False
    """Whether only some of its pages were made, for others to put the language together."""
    times: Times | None = None
    outputs: Outputs = field(default_factory=dict, repr=False)
    """What its outputs were made from, where that is known."""


Watcher = Callable[[Progress], None]


class PageCounter(building.Plugin, Protocol):
    """What the driver asks of its plugin."""

    managed: bool
    is_live: bool
    pages_done: int
    cache: Cache | None

    def watch_pages(self, code: str, progress: Watcher | None) -> None:
        """Tell `progress` of each page of the language that is written from now on."""


def build_language(
    root: Path,
    target: Path,
    code: str,
    cache: Cache,
    progress: Watcher | None,
    part: Part | None = None,
    jobs: int = 1,
) -> LanguageResult:
    """Build the language `code` below the folder `target`; what ended it is in the result.

    Of a language that is only to be built in part, nothing is there but what the part holds.
    With more than one of `jobs`, as many processes may make its pages first.
    """
    started = time.monotonic()
    progress = progress and _of_this_process(progress)
    listener = Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    error, pages = "", 0
    outputs: Outputs = {}
    times = None
    try:
        try:
            pages, outputs, times = _build(root, target, code, cache, progress, part, jobs)
        except NotKnownError:
            if cache.together and code == SOURCE:  # what is there is not its own to remove
                return LanguageResult(code, 0, 0, (), again=True)
            listener.texts.clear()
            known = cache.without_pages()
            pages, outputs, times = _build(root, target, code, known, progress, part, jobs)
    except ConfigurationError as problem:
        error = str(problems.told(root, problem, CONFIGURATION))
    except (MkDocsException, DocsError, SystemExit) as problem:
        error = _told(problem, listener.errors)
    except Exception as problem:
        if isinstance(problem, OSError) and problem.errno not in (None, errno.ENOENT):
            raise  # the disk is full, or the like
        error = str(problems.told(root, problem, problems.source_of(root, problem)))
    finally:
        logger.removeHandler(listener)
    seconds = time.monotonic() - started
    texts = tuple(listener.texts)
    return LanguageResult(
        *(code, seconds, pages, texts, error),
        part=part is not None,
        outputs=outputs,
        times=times,
    )


def _told(error: BaseException, logged: Sequence[str]) -> str:
    """Return what ended a build: the place of a mistake, and not the page on which it was met."""
    found = problems.mistake(error)
    if found and found.location:
        return str(found)
    return "\n".join([*logged, str(error)])


def _of_this_process(progress: Watcher) -> Watcher:
    """Return what tells of the work of this process alone, and not of those forked from it."""
    process = os.getpid()

    def tell(told: Progress) -> None:
        if os.getpid() == process:
            progress(told)

    return tell


def _build(
    root: Path,
    target: Path,
    code: str,
    cache: Cache,
    progress: Watcher | None,
    part: Part | None,
    jobs: int,
) -> tuple[int, Outputs, Times]:
    """Build one language; return its pages' number, what its outputs were made from, its times."""

    def starts(path: str) -> None:
        if progress is not None:
            progress(Progress(code, 0, 0, path))

    starts(CONFIGURATION)  # companions that come first tell of nothing
    clock = Clock(cache.store, starts)
    config = configuration(root, target, code)
    clock.attach(config)
    outputs: Outputs = {}
    with _started(config, cache) as plugin:
        plugin.watch_pages(code, progress)
        known = cache.knows_pages and building.can_build(config)
        if part is not None:
            parts.make(part, building.populate(config, cache, plugin, part.pages) if known else ())
        elif known:
            company = Company(jobs, clock) if jobs > 1 else None
            outputs = building.build(config, cache, plugin, company)
        elif cache.together and code == SOURCE:
            raise NotKnownError(code)
        else:
            cache.spare.forget(code)
            mkdocs_build(config)
    return plugin.pages_done, outputs, clock.times()


@contextmanager
def _started(config: MkDocsConfig, cache: Cache) -> Iterator[PageCounter]:
    """Let the plugins start, of which the engine's own is given, and end; keep what was made."""
    cache.remember_theme(config)
    plugin = cast(PageCounter, config.plugins[PLUGIN])
    config.plugins.on_startup(command="build", dirty=False)
    plugin.managed, plugin.cache = True, cache
    try:
        with rendering.sparing():
            yield plugin
    finally:
        cache.store.flush()
        config.plugins.on_shutdown()


def read_ahead(root: Path, code: str, cache: Cache, jobs: int) -> None:
    """Let `jobs` processes make the pages of a language that the cache does not know, if many.

    Nothing is written but the cache. Raises what MkDocs or a hook raises where they can't begin.
    """
    config = configuration(root, root / gate.SITE, code)
    with _started(config, cache) as plugin:
        if building.can_build(config):
            company = Company(jobs, Clock(cache.store, lambda path: None))
            building.read_ahead(config, cache, plugin, company)


def warm_up(root: Path, cache: Cache) -> None:
    """Import what a build needs, so that the languages that are forked from here have it.

    What the `cache` knows need not be imported.

    What is wrong with the configuration is told by whoever builds from it.
    """
    with Messages(), suppress(MkDocsException, DocsError, SystemExit, KeyError):
        config = configuration(root, root / gate.SITE, SOURCE)
        config.plugins.on_startup(command="build", dirty=False)
        cast(PageCounter, config.plugins[PLUGIN]).managed = True
        cache.configured(config)
        config.plugins.on_shutdown()


def configuration(root: Path, target: Path, code: str, **settings: str) -> MkDocsConfig:
    """Return MkDocs' configuration of one language, to be built below the folder `target`.

    A registered language without a folder of sources is built from English alone. `settings` take
    the place of those in `mkdocs.yml`. Raises `ConfigurationError` with all that is wrong there.
    """
    prefix = "" if code == SOURCE else code
    sources = root / DOCS / code
    if not sources.is_dir():
        sources = root / EMPTY / code
        sources.mkdir(parents=True, exist_ok=True)
    segmenting.load_late()
    with _loading_fast(), _told_whole():
        return load_config(
            config_file=str(root / CONFIGURATION),
            docs_dir=str(sources),
            site_dir=str(target / prefix),
            **settings,
        )


@contextmanager
def _told_whole() -> Iterator[None]:
    """Let the errors of a configuration be those that MkDocs otherwise only logs."""
    errors: list[str] = []

    def is_no_error(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.ERROR:
            errors.append(record.getMessage())
        return record.levelno < logging.ERROR

    logger = logging.getLogger("mkdocs.config")
    logger.addFilter(is_no_error)
    try:
        yield
    except Abort as error:
        raise ConfigurationError("\n".join(errors) or str(error)) from error
    finally:
        logger.removeFilter(is_no_error)


_themes = functools.cache(utils.get_themes)
"""The installed themes. MkDocs forgets what it knows of them with each theme that it loads: only
what this keeps, not what MkDocs keeps behind it."""


@contextmanager
def _loading_fast() -> Iterator[None]:
    """Let MkDocs parse its configuration in C, and look for the installed themes once."""
    names = vars(defaults)
    loader, themes = names["get_yaml_loader"], utils.get_themes
    names["get_yaml_loader"] = functools.partial(loader, yaml.CLoader)
    vars(utils)["get_themes"] = _themes
    try:
        yield
    finally:
        names["get_yaml_loader"] = loader
        vars(utils)["get_themes"] = themes
