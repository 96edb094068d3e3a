"""What changed on disk since the last look, by the stats of the files.

Looking costs a few milliseconds; notifications of the system took longer to arrive. A file that
comes or goes counts when two looks agree: editors save by way of files that live for a moment.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

Stamp = tuple[int, int, int, int]

_RACY = 10_000_000
"""Nanoseconds within which a file can change twice without a new stamp."""

_FLEETING = ("~", "#", ".swp", ".tmp", "___jb_tmp___", "___jb_old___")
"""Ends of the names of files that editors leave for a moment."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths that changed, from the root, `/`-separated."""

    modified: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    @property
    def paths(self) -> frozenset[str]:
        """All of them."""
        return self.modified | self.added | self.removed

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.paths)


@dataclass
class Lookout:
    """Looks at files and folders below `root` again and again."""

    root: Path
    names: Iterable[str]
    _seen: dict[str, Stamp | None] = field(default_factory=dict, repr=False)
    _racy: dict[str, tuple[Stamp, bytes]] = field(default_factory=dict, repr=False)
    """The files that may change and keep their stamp, with what was in them."""
    _doubtful: set[str] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        """Take a first look."""
        self._seen = dict(_stamps(self.root, self.names))

    def glance(self, paths: Iterable[str]) -> Changes:
        """Return which of these files were modified since the last look or glance."""
        changed = set()
        for path in paths:
            with suppress(OSError):
                stamp = _stamp(os.stat(f"{self.root}/{path}"))  # noqa: PTH116 - the hot loop
                if self._seen.get(path, stamp) != stamp and self._is_new(path, stamp):
                    changed.add(path)
        return Changes(frozenset(changed))

    def look(self) -> Changes:
        """Return what changed since the look before."""
        now = dict(_stamps(self.root, self.names))
        came, went = now.keys() - self._seen.keys(), self._seen.keys() - now.keys()
        both = now.keys() & self._seen.keys()
        changed = {p for p in both if now[p] != self._seen[p] and self._is_new(p, now[p])}
        added, removed = came & self._doubtful, went & self._doubtful
        self._doubtful = (came | went) - added - removed
        for path in added:
            self._is_new(path, now[path])
        for path in removed:
            del self._seen[path]
            self._racy.pop(path, None)
        return Changes(frozenset(changed), frozenset(added), frozenset(removed))

    def _is_new(self, path: str, stamp: Stamp) -> bool:
        """Take a file's stamp that is another one; return whether its content is, too.

        While a file may change and keep its stamp, there is none to compare with, only what is in
        it. What cannot be read counts as new.
        """
        before = self._racy.pop(path, None)
        is_racy = abs(time.time_ns() - stamp[0]) < _RACY
        self._seen[path] = None if is_racy else stamp
        found = b""
        if is_racy or (before is not None and before[0] == stamp):
            with suppress(OSError):
                found = Path(self.root, path).read_bytes()
        if is_racy:
            self._racy[path] = stamp, found
        return before != (stamp, found) or not found


def _stamps(root: Path, names: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for name in names:
        path = f"{root}/{name}"
        with suppress(OSError):
            stat = os.stat(path)  # noqa: PTH116 - the hot loop
            if os.path.isfile(path):  # noqa: PTH113
                yield name, _stamp(stat)
                continue
        yield from _walk(path, f"{name}/")


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name == "__pycache__" or name.endswith(_FLEETING):
            continue
        with suppress(OSError):
            if entry.is_dir():
                yield from _walk(entry.path, f"{prefix}{name}/")
            else:
                yield f"{prefix}{name}", _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino
