"""What the making of a page asks for and leaves behind, recorded so that it can be played back.

Beside its HTML a page leaves calls (anchors for cross-references, entries of the inventory,
handlers that were asked for). Played back, every other plugin finds what it would have found.
What a page asks for (files read, addresses of other files) is what its result depends on.
"""

from __future__ import annotations

import functools
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs_autorefs import AutorefsPlugin
from mkdocstrings import Handlers, Inventory, MkdocstringsPlugin

from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.inputs import reading
from scripts.engine.store.digests import content_digest

Call = tuple[str, list[Any], dict[str, Any]]

_PAGE = "\0page"
"""Stands for the page among the arguments of a recorded call."""

_REGISTER = "register"
"""The call of mkdocstrings' inventory that takes an object."""

_ALIAS = 2
"""The priority by which mkdocstrings registers an object under another name than its own."""

_LOGGERS = ("mkdocs", "mkdocstrings", "griffe")

TICK = 10_000_000
"""Nanoseconds by which the time of a file's last change may lie behind the clock."""


@dataclass
class Recording:
    """What one piece of work asked for and left behind."""

    calls: list[Call] = field(default_factory=list)
    warned: bool = False
    asked: dict[str, str | None] = field(default_factory=dict)
    """Which file's address it asked for, and the answer."""
    reads: reading.Reads = field(default_factory=reading.Reads)


@dataclass
class Sources:
    """The project's files as one build finds them: each is digested once."""

    root: Path
    started: int = field(default_factory=time.time_ns)
    _digests: dict[str, str | None] = field(default_factory=dict, repr=False)
    _english: dict[str, bytes] = field(default_factory=dict, repr=False)

    def digest(self, path: str) -> str | None:
        """Return the digest of the file at the path from the root; None where it can't be read."""
        reading.note(path)
        if path not in self._digests:
            try:
                self._digests[path] = content_digest((self.root / path).read_bytes()).hex()
            except OSError:
                self._digests[path] = None
        return self._digests[path]

    def know(self, digests: Mapping[str, str]) -> None:
        """Take the digests of files as they stood at any time since this began."""
        self._digests.update(digests)

    def content(self, file: File) -> bytes:
        """Return what stands in a file of the build: a page of English is read once for all."""
        path = file.abs_src_path or ""
        if not path.startswith(f"{self.root}/{DOCS}/{SOURCE}/") or not path.endswith(".md"):
            return file.content_bytes
        if path not in self._english:
            self._english[path] = file.content_bytes
        return self._english[path]

    def inputs(self, recording: Recording) -> dict[str, Any] | None:
        """Return what the recorded work depends on; None where it warned or a file was changing.

        What was made from a file that changed while the build ran may be made from either state.
        """
        if recording.warned or not all(self.is_settled(path) for path in recording.reads.files):
            return None
        opened = {path: self.digest(path) for path in sorted(recording.reads.files)}
        return {"asked": recording.asked, "opened": opened}

    def hold(self, inputs: Mapping[str, Any], files: Files) -> bool:
        """Return whether all that some work depended on is as it was."""
        ask = asked_of(files)
        for path, answer in inputs["asked"].items():
            file = ask(path)
            if (None if file is None else file.url) != answer:
                return False
        return all(self.digest(path) == seen for path, seen in inputs["opened"].items())

    def is_settled(self, path: str) -> bool:
        """Return whether the file at the path did not change since the build began, or just before.

        So what was read of it is what its state stands for.
        """
        try:
            return (self.root / path).stat().st_ctime_ns < self.started - TICK
        except OSError:
            return True


@contextmanager
def recorded(page: Page, config: MkDocsConfig, files: Files, root: Path) -> Iterator[Recording]:
    """Record what is done for the page meanwhile; recordings may lie in one another."""
    recording = Recording()
    with (
        _listening_to_calls(page, config, recording),
        _listening_to_inventory(config, recording),
        _listening_to_questions(files, recording),
        listening_to_warnings(recording),
        reading.recorded(root) as recording.reads,
    ):
        yield recording


def play_back(calls: list[Call], page: Page, config: MkDocsConfig) -> None:
    """Make the recorded calls for the page again."""
    targets = _targets(config)
    handlers = _handlers(config)
    for name, args, kwargs in calls:
        if name == _REGISTER:
            assert handlers is not None  # else it would not have been recorded
            _register(handlers.inventory, kwargs)
        else:
            actual = [page if arg == _PAGE else arg for arg in args]
            getattr(targets[name], name)(*actual, **kwargs)


@functools.cache
def below(folder: str, root: Path) -> str:
    """Return the path of a folder from the root."""
    return os.path.relpath(folder, root)


def asked_of(files: Files) -> Callable[[str], File | None]:
    """Return what gives the file at a path with slashes, and is recorded as MkDocs' own way is.

    Where nothing is recorded, it does without that way's look at each path.
    """
    is_recorded = "get_file_from_path" in vars(files)
    return files.get_file_from_path if is_recorded else files.src_uris.get


def toc_data(toc: TableOfContents) -> list[dict[str, Any]]:
    """Return a table of contents as plain data, with what plugins hung on its links."""
    return [_link_data(link) for link in toc]


def toc_of(data: list[dict[str, Any]]) -> TableOfContents:
    """Return the table of contents that the data was made from."""
    return TableOfContents([_link(entry) for entry in data])


def _link_data(link: AnchorLink) -> dict[str, Any]:
    return vars(link) | {"children": [_link_data(child) for child in link.children]}


def _link(data: dict[str, Any]) -> AnchorLink:
    link = AnchorLink(data["title"], data["id"], data["level"])
    vars(link).update(data | {"children": [_link(child) for child in data["children"]]})
    return link


def _targets(config: MkDocsConfig) -> dict[str, Any]:
    """Return the objects that rendering leaves something behind in, by the method it calls."""
    targets: dict[str, Any] = {}
    if "autorefs" in config.plugins:
        targets["register_anchor"] = cast(AutorefsPlugin, config.plugins["autorefs"])
    if (handlers := _handlers(config)) is not None:
        targets["get_handler"] = handlers
    return targets


def _handlers(config: MkDocsConfig) -> Handlers | None:
    """Return what mkdocstrings collects and renders objects with."""
    plugin = cast("MkdocstringsPlugin | None", config.plugins.get("mkdocstrings"))
    return plugin.handlers if plugin is not None else None


def _register(inventory: Inventory, item: Mapping[str, Any]) -> None:
    """Register an object: by another name than its own only if nothing has that name already."""
    if item["priority"] != _ALIAS or item["name"] not in inventory:
        inventory.register(**item)


@contextmanager
def _listening_to_inventory(config: MkDocsConfig, recording: Recording) -> Iterator[None]:
    """Record what the page would register if it were the first one.

    By which of its other names an object is registered follows from the pages before, and which
    these are is not known until all are there.
    """
    handlers = _handlers(config)
    if handlers is None:
        yield
        return
    before, own = handlers.inventory, Inventory()

    def register(**item: Any) -> None:
        recording.calls.append((_REGISTER, [], item))
        Inventory.register(own, **item)

    own.register = register  # type: ignore[method-assign, assignment]
    handlers.inventory, first = own, len(recording.calls)
    try:
        yield
    finally:
        handlers.inventory = before
        for name, _, item in recording.calls[first:]:
            if name == _REGISTER:
                _register(before, item)


@contextmanager
def _listening_to_calls(page: Page, config: MkDocsConfig, recording: Recording) -> Iterator[None]:
    targets = _targets(config)
    before = {name: getattr(target, name) for name, target in targets.items()}
    for name, target in targets.items():
        setattr(target, name, _recorder(name, before[name], recording, page))
    try:
        yield
    finally:
        for name, target in targets.items():
            _put_back(target, name, before[name])


def _recorder(
    name: str, method: Callable[..., Any], recording: Recording, page: Page
) -> Callable[..., Any]:
    @functools.wraps(method)
    def record(*args: Any, **kwargs: Any) -> Any:
        recording.calls.append((name, [_PAGE if a is page else a for a in args], kwargs))
        return method(*args, **kwargs)

    return record


def _put_back(target: Any, name: str, method: Callable[..., Any]) -> None:
    """Give an object its method back: its class's own, or that of a recording around this one."""
    delattr(target, name)
    if getattr(target, name) != method:
        setattr(target, name, method)


@contextmanager
def _listening_to_questions(files: Files, recording: Recording) -> Iterator[None]:
    ask = files.get_file_from_path

    def asked(path: str) -> Any:
        file = ask(path)
        recording.asked[PurePath(path).as_posix()] = None if file is None else file.url
        return file

    files.get_file_from_path = asked  # type: ignore[method-assign]
    try:
        yield
    finally:
        _put_back(files, "get_file_from_path", ask)


@contextmanager
def listening_to_warnings(recording: Recording) -> Iterator[None]:
    """Record whether anything is warned of meanwhile."""
    listener = _Listener(recording)
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(listener)
    try:
        yield
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, recording: Recording) -> None:
        super().__init__(logging.WARNING)
        self._recording = recording

    def emit(self, record: logging.LogRecord) -> None:
        self._recording.warned = True
