"""The build of one language by stock MkDocs, in this process."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.cache import Cache

# The Chinese segmenter of Material's search imports an old module.
warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)

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


Watcher = Callable[[Progress], None]


class PageCounter(Protocol):
    """What the driver asks of its plugin."""

    managed: bool
    pages_done: int
    cache: Cache | None

    def watch_pages(self, code: str, progress: Watcher | None) -> None:
        """Tell `progress` of each page of the language that is written from now on."""


def build_language(
    root: Path, target: Path, code: str, cache: Cache, progress: Watcher | None
) -> LanguageResult:
    """Build the language `code` below the folder `target`; what ended it is in the result."""
    started = time.monotonic()
    listener = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    error, pages = "", 0
    try:
        config = configuration(root, target, code)
        logging.getLogger("jieba").setLevel(logging.WARNING)  # it sets itself to DEBUG
        plugin = cast(PageCounter, config.plugins[PLUGIN])
        plugin.watch_pages(code, progress)
        config.plugins.on_startup(command="build", dirty=False)
        plugin.managed, plugin.cache = True, cache
        try:
            mkdocs_build(config)
        finally:
            cache.store.flush()
            config.plugins.on_shutdown()
        pages = plugin.pages_done
    except (MkDocsException, DocsError, SystemExit) as problem:
        error = "\n".join([*listener.errors, str(problem)])
    finally:
        logger.removeHandler(listener)
    return LanguageResult(code, time.monotonic() - started, pages, tuple(listener.texts), error)


def configuration(root: Path, target: Path, code: str) -> MkDocsConfig:
    """Return MkDocs' configuration of one language, to be built below the folder `target`.

    A registered language without a folder of sources is built from English alone.
    """
    prefix = "" if code == SOURCE else code
    sources = root / DOCS / code
    if not sources.is_dir():
        sources = root / EMPTY / code
        sources.mkdir(parents=True, exist_ok=True)
    return load_config(
        config_file=str(root / "mkdocs.yml"),
        docs_dir=str(sources),
        site_dir=str(target / prefix),
    )


class _Warnings(logging.Handler):
    """Keeps the warnings of a build, as MkDocs counts them for `--strict`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        texts = self.errors if record.levelno >= logging.ERROR else self.texts
        texts.append(record.getMessage())
