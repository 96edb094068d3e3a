"""Where the time of a build goes: by phase and by page, measured between the events of MkDocs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from scripts.engine.store.results import Store

FIRST, LAST = 1000, -1000
"""Priorities before and behind every other plugin."""

PHASES = ("start", "Markdown", "theme", "end")


@dataclass(frozen=True, slots=True)
class PageTime:
    """The seconds that one page took."""

    markdown: float = 0
    theme: float = 0
    made: bool = False
    """Whether any of it was made anew, and not taken from the cache."""


@dataclass(frozen=True, slots=True)
class Times:
    """Where the time of one language went."""

    phases: Mapping[str, float]
    pages: Mapping[str, PageTime]
    """By the paths of the pages below the language's folder."""


@dataclass
class Clock:
    """Measures the build of one language, whose results go into `store`.

    `starts` is told of each page that is to be rendered; all else is done before one could read it.
    """

    store: Store
    starts: Callable[[str], None]
    _marks: list[float] = field(default_factory=lambda: [time.perf_counter()])
    _markdown: dict[str, float] = field(default_factory=dict)
    _theme: dict[str, float] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)
    _page: tuple[float, int] = (0.0, 0)

    def attach(self, config: MkDocsConfig) -> None:
        """Let MkDocs tell how far it is."""
        config.plugins["docsite/clock"] = _Events(self)

    def mark(self) -> None:
        """End a phase."""
        self._marks.append(time.perf_counter())

    def start(self, page: Page) -> None:
        """Begin to measure a page."""
        self._page = (time.perf_counter(), self.store.made.total())

    def stop(self, page: Page, *, theme: bool) -> None:
        """End what `start` began."""
        started, made = self._page
        seconds = self._theme if theme else self._markdown
        seconds[page.file.src_uri] = time.perf_counter() - started
        if self.store.made.total() > made:
            self._made.add(page.file.src_uri)

    def note(self, path: str, seconds: float, *, theme: bool = False) -> None:
        """Take what a page took in another process, which made it anew."""
        (self._theme if theme else self._markdown)[path] = seconds
        self._made.add(path)

    def times(self) -> Times:
        """Return what was measured up to now."""
        self.mark()
        spans = zip(self._marks, self._marks[1:], strict=False)
        pages = {
            path: PageTime(
                self._markdown.get(path, 0), self._theme.get(path, 0), path in self._made
            )
            for path in self._markdown | self._theme
        }
        return Times(dict(zip(PHASES, (end - begin for begin, end in spans), strict=False)), pages)


class _NoOptions(Config):
    """The plugin has no options."""


class _Events(BasePlugin[_NoOptions]):
    """Hands the events of a build to a clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @event_priority(LAST)
    def on_nav(self, nav: Any, **kwargs: Any) -> None:
        """The pages are known; now they are rendered."""
        self._clock.mark()

    @event_priority(FIRST)
    def on_pre_page(self, page: Page, **kwargs: Any) -> None:
        """A page is read and rendered, if it is not known."""
        self._clock.start(page)

    @event_priority(FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, **kwargs: Any) -> None:
        """It is not."""
        self._clock.starts(page.file.src_uri)

    @event_priority(LAST)
    def on_page_content(self, html: str, *, page: Page, **kwargs: Any) -> None:
        """A page is rendered."""
        self._clock.stop(page, theme=False)

    @event_priority(FIRST)
    def on_env(self, env: Any, **kwargs: Any) -> None:
        """All pages are rendered; now they are put into the theme."""
        self._clock.mark()

    @event_priority(FIRST)
    def on_page_context(self, context: Any, *, page: Page, **kwargs: Any) -> None:
        """A page is put into the theme, and into the search index."""
        self._clock.start(page)

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: Page, **kwargs: Any) -> None:
        """A page is done."""
        self._clock.stop(page, theme=True)

    @event_priority(FIRST)
    def on_post_build(self, **kwargs: Any) -> None:
        """All pages are written."""
        self._clock.mark()
