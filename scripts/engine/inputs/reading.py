"""Which files of the project are read, and which folders listed, while something is made."""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NOT_INPUTS = (".venv/", ".cache/", "scripts/")
"""Folders whose files are known to the fingerprint, or are made by the build."""


@dataclass
class Reads:
    """What was read: paths from the root, `/`-separated."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    """Folders that were listed."""


@dataclass(frozen=True, eq=False)
class _Watch:
    thread: int
    root: str
    files: set[str]
    folders: set[str]


_watched: list[_Watch] = []
"""The recordings under way; the interpreter has one audit hook for all."""


@contextmanager
def recorded(root: Path) -> Iterator[Reads]:
    """Record what this thread reads of the project at `root`; it is known when the block ends."""
    _install_audit_hook()
    watch = _Watch(threading.get_ident(), f"{root}/", set(), set())
    reads = Reads()
    _watched.append(watch)
    try:
        yield reads
    finally:
        _watched.remove(watch)
        reads.files = {path for path in watch.files if not path.startswith(NOT_INPUTS)}
        reads.folders = {path for path in watch.folders if not path.startswith(NOT_INPUTS)}


@contextmanager
def unrecorded() -> Iterator[None]:
    """Record nothing that this thread reads meanwhile."""
    thread = threading.get_ident()
    ours = [watch for watch in _watched if watch.thread == thread]
    for watch in ours:
        _watched.remove(watch)
    try:
        yield
    finally:
        _watched.extend(ours)


def note(path: str) -> None:
    """Record a file, by its path from the root, that is read from memory this time."""
    thread = threading.get_ident()
    for watch in _watched:
        if watch.thread == thread:
            watch.files.add(path)


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if not _watched or event not in ("open", "os.listdir", "os.scandir"):
        return
    given = os.fspath(args[0]) if isinstance(args[0], str | os.PathLike) else None
    if not isinstance(given, str):
        return
    path = os.path.abspath(given)  # noqa: PTH100 - an audit hook must not touch the disk
    thread = threading.get_ident()
    for watch in _watched:
        if watch.thread == thread and path.startswith(watch.root):
            into = watch.files if event == "open" else watch.folders
            into.add(path.removeprefix(watch.root))


@functools.cache
def _install_audit_hook() -> None:
    sys.addaudithook(_audit)
