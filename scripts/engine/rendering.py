"""Rendering each page's Markdown once: what came out of it is kept and played back.

A page's HTML follows from its final Markdown, its address, the files it reads and the files that
exist around it, which are nearly always the same in every language. So a page that a language
shows in English is not rendered again, and neither is a page that has not changed since the last
build. What else rendering leaves behind (anchors for cross-references, entries of the inventory,
handlers that were asked for) is recorded as calls and played back, so that every other plugin
finds what it would have found. A page that gave a warning is rendered each time, so that the
warning comes each time.
"""

from __future__ import annotations

import functools
import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import MkdocstringsPlugin

from scripts.engine import reading
from scripts.engine.store import Store, digest

Call = tuple[str, list[Any], dict[str, Any]]

_PAGE = "\0page"
"""Stands for the page among the arguments of a recorded call."""

_LOGGERS = ("mkdocs", "mkdocstrings", "griffe")


@dataclass
class Recording:
    """What one rendering did beside giving HTML."""

    calls: list[Call] = field(default_factory=list)
    warned: bool = False
    asked: dict[str, str | None] = field(default_factory=dict)
    """Which file's address it asked for, and the answer."""


@dataclass(frozen=True)
class Renderings:
    """The renderings known to a store, for the project at `root`.

    `fingerprint` stands for everything else that renderings follow from: the configuration and
    the installed packages.
    """

    store: Store
    root: Path
    fingerprint: bytes

    def attach(self, page: Page) -> None:
        """Make the page take its rendering from the store where it was rendered before."""
        page.render = functools.partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        folder = os.path.relpath(page.file.src_dir or "", self.root)
        text = page.markdown or ""
        key = digest([self.fingerprint, "rendering", folder, page.file.src_uri, text])
        if (kept := self.store.get(key)) is not None:
            entry = json.loads(kept)
            if self._still_holds(entry, files):
                _play_back(entry, page, config, files)
                return
        recording = Recording()
        with _listening(page, config, files, recording), reading.recorded(self.root) as reads:
            Page.render(page, config, files)
        if not recording.warned:
            entry = _entry(page, recording)
            entry["opened"] = {path: self._digest(path) for path in sorted(reads.files)}
            self.store.put(key, json.dumps(entry).encode())

    def _still_holds(self, entry: dict[str, Any], files: Files) -> bool:
        return all(
            _address(files, path) == answer for path, answer in entry["asked"].items()
        ) and all(self._digest(path) == seen for path, seen in entry["opened"].items())

    def _digest(self, path: str) -> str | None:
        try:
            return digest([(self.root / path).read_bytes()]).hex()
        except OSError:
            return None


def _entry(page: Page, recording: Recording) -> dict[str, Any]:
    return {
        "content": page.content,
        "toc": [_link_data(link) for link in page.toc],
        "title": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: dict(a) for file, a in (page.links_to_anchors or {}).items()},
        "calls": recording.calls,
        "asked": recording.asked,
    }


def _play_back(entry: dict[str, Any], page: Page, config: MkDocsConfig, files: Files) -> None:
    page.content = entry["content"]
    links = [_link(data) for data in entry["toc"]]
    if links:
        links[0].active = True  # type: ignore[attr-defined]
    page.toc = TableOfContents(links)
    page._title_from_render = entry["title"]
    page.present_anchor_ids = set(entry["ids"])
    page.links_to_anchors = {
        file: anchors
        for path, anchors in entry["links"].items()
        if (file := files.get_file_from_path(path)) is not None
    }
    targets = _targets(config)
    for name, args, kwargs in entry["calls"]:
        actual = [page if arg == _PAGE else arg for arg in args]
        getattr(targets[name], name)(*actual, **kwargs)


def _link_data(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_link_data(child) for child in link.children]]


def _link(data: list[Any]) -> AnchorLink:
    link = AnchorLink(data[0], data[1], data[2])
    link.children = [_link(child) for child in data[3]]
    return link


def _address(files: Files, path: str) -> str | None:
    file = files.get_file_from_path(path)
    return None if file is None else file.url


def _targets(config: MkDocsConfig) -> dict[str, Any]:
    """Return the objects that rendering leaves something behind in, by the method it calls."""
    targets: dict[str, Any] = {}
    if "mkdocstrings" in config.plugins:
        mkdocstrings = cast(MkdocstringsPlugin, config.plugins["mkdocstrings"])
        targets["register_anchor"] = cast(AutorefsPlugin, config.plugins["autorefs"])
        targets["register"] = mkdocstrings.handlers.inventory
        targets["get_handler"] = mkdocstrings.handlers
    return targets


@contextmanager
def _listening(
    page: Page, config: MkDocsConfig, files: Files, recording: Recording
) -> Iterator[None]:
    """Record the calls that rendering makes, its questions, and whether it warned."""
    targets = _targets(config)
    for name, target in targets.items():
        setattr(target, name, _recorder(name, getattr(target, name), recording, page))
    ask = files.get_file_from_path

    def asked(path: str) -> Any:
        file = ask(path)
        recording.asked[path] = None if file is None else file.url
        return file

    files.get_file_from_path = asked  # type: ignore[method-assign]
    listener = _Listener(recording)
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(listener)
    try:
        yield
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(listener)
        del files.get_file_from_path
        for name, target in targets.items():
            delattr(target, name)


def _recorder(
    name: str, method: Callable[..., Any], recording: Recording, page: Page
) -> Callable[..., Any]:
    @functools.wraps(method)
    def record(*args: Any, **kwargs: Any) -> Any:
        recording.calls.append((name, [_PAGE if a is page else a for a in args], kwargs))
        return method(*args, **kwargs)

    return record


class _Listener(logging.Handler):
    def __init__(self, recording: Recording) -> None:
        super().__init__(logging.WARNING)
        self._recording = recording

    def emit(self, record: logging.LogRecord) -> None:
        self._recording.warned = True
