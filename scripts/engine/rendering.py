"""Rendering each page's Markdown once: what came out of it is kept and played back.

A page's HTML follows from its final Markdown, its address, and the files that exist around it,
which are the same in every language. So a page that a language shows in English is not rendered
again: its result is taken from English's build. What else rendering leaves behind (anchors for
cross-references, entries of the inventory, handlers that were asked for) is recorded as calls
and played back, so that every other plugin finds what it would have found.
"""

from __future__ import annotations

import functools
import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import MkdocstringsPlugin

Call = tuple[str, tuple[Any, ...], dict[str, Any]]
Key = tuple[str, str]

_PAGE = "the page itself"
"""Stands for the page among the arguments of a recorded call."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """All that rendering one page gave."""

    content: str
    toc: Any
    title: str | None
    present_anchor_ids: frozenset[str]
    links_to_anchors: dict[str, dict[str, str]]
    calls: tuple[Call, ...]


@dataclass
class Memory:
    """The renderings of one build, pickled, by the page's address and its final Markdown."""

    kept: dict[Key, bytes] = field(default_factory=dict)
    hits: int = 0
    misses: int = 0

    def attach(self, page: Page, config: MkDocsConfig) -> None:
        """Make the page take its rendering from here where it was rendered before."""
        page.render = functools.partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        key = (page.file.src_uri, page.markdown or "")
        if kept := self.kept.get(key):
            self.hits += 1
            _play_back(cast(Rendering, pickle.loads(kept)), page, config, files)
            return
        self.misses += 1
        with _recording(page, config) as (calls, warnings):
            Page.render(page, config, files)
        if not warnings:
            self.kept[key] = pickle.dumps(_rendering(page, calls))


def _rendering(page: Page, calls: list[Call]) -> Rendering:
    return Rendering(
        content=page.content or "",
        toc=page.toc,
        title=page._title_from_render,
        present_anchor_ids=frozenset(page.present_anchor_ids or ()),
        links_to_anchors={
            file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()
        },
        calls=tuple(calls),
    )


def _play_back(kept: Rendering, page: Page, config: MkDocsConfig, files: Files) -> None:
    page.content = kept.content
    page.toc = kept.toc
    page._title_from_render = kept.title
    page.present_anchor_ids = set(kept.present_anchor_ids)
    page.links_to_anchors = {
        file: dict(anchors)
        for path, anchors in kept.links_to_anchors.items()
        if (file := files.get_file_from_path(path)) is not None
    }
    targets = _targets(config)
    for name, args, kwargs in kept.calls:
        actual = tuple(page if arg == _PAGE else arg for arg in args)
        getattr(targets[name], name)(*actual, **kwargs)


@contextmanager
def _recording(
    page: Page, config: MkDocsConfig
) -> Iterator[tuple[list[Call], list[logging.LogRecord]]]:
    """Record the calls that rendering makes, and the warnings it gives."""
    calls: list[Call] = []
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    targets = _targets(config)
    for name, target in targets.items():
        setattr(target, name, _recorder(name, getattr(target, name), calls, page))
    try:
        yield calls, listener.records
    finally:
        for name, target in targets.items():
            delattr(target, name)
        logger.removeHandler(listener)


def _targets(config: MkDocsConfig) -> dict[str, Any]:
    """Return the objects that rendering leaves something behind in, by the method it calls."""
    mkdocstrings = cast(MkdocstringsPlugin, config.plugins["mkdocstrings"])
    return {
        "register_anchor": cast(AutorefsPlugin, config.plugins["autorefs"]),
        "register": mkdocstrings.handlers.inventory,
        "get_handler": mkdocstrings.handlers,
    }


def _recorder(
    name: str, method: Callable[..., Any], calls: list[Call], page: Page
) -> Callable[..., Any]:
    @functools.wraps(method)
    def record(*args: Any, **kwargs: Any) -> Any:
        calls.append((name, tuple(_PAGE if arg is page else arg for arg in args), kwargs))
        return method(*args, **kwargs)

    return record


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
