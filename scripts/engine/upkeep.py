"""Looking at the cache, and emptying it, while builds may be using it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.engine.publishing import spare
from scripts.engine.store.database import VERSION, Database
from scripts.engine.store.folder import FOLDER
from scripts.engine.store.results import FILE, LIMIT


@dataclass(frozen=True, slots=True)
class Kind:
    """What the cache holds of one kind of results."""

    name: str
    results: int
    size: int
    """Bytes of compressed contents; results of several kinds may share one."""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What the cache is and holds."""

    path: Path
    version: int
    on_disk: int
    """Bytes of its files."""
    size: int
    """Bytes of compressed contents, each counted once."""
    limit: int
    kinds: tuple[Kind, ...]
    oldest: int | None
    """When the content that is unused for longest was last used, in seconds of the epoch."""


def info(root: Path) -> CacheInfo:
    """Return what the cache of the project at `root` holds: nothing, where it can't be read."""
    folder = root / FOLDER
    database = Database(folder / FILE)
    size, oldest, kinds = 0, None, list[Any]()
    try:
        connection = database.connect(create=False)
        if connection is not None:
            size, oldest = connection.execute(
                "SELECT coalesce(sum(length(data)), 0), min(used) FROM contents"
            ).fetchone()
            kinds = connection.execute(
                "SELECT kind, count(*), coalesce(sum(length(data)), 0) FROM results"
                " LEFT JOIN contents ON content = digest GROUP BY kind ORDER BY kind"
            ).fetchall()
    except sqlite3.Error as error:
        database.failed(error, "read")
    database.close()
    found = tuple(Kind(*row) for row in kinds)
    return CacheInfo(folder, VERSION, _on_disk(folder), size, LIMIT, found, oldest)


def clear(root: Path) -> int:
    """Empty the cache of the project at `root`; return how many bytes of the disk that freed.

    Builds under way find nothing more, and can go on adding. Raises `OSError` where a file can't
    be removed.
    """
    folder = root / FOLDER
    before = _on_disk(folder)
    database = Database(folder / FILE)
    try:
        connection = database.connect(create=False)
        if connection is not None:
            _empty(connection)
    except sqlite3.Error as error:
        database.failed(error, "emptied")
    database.close()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() or not path.name.startswith(FILE):  # SQLite removes its own
            _remove(path)
    spare.clear(root)
    return before - _on_disk(folder)


def _empty(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("DELETE FROM results")
        connection.execute("DELETE FROM contents")
    with suppress(sqlite3.OperationalError):  # somebody is reading: the space stays for what comes
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _on_disk(folder: Path) -> int:
    size = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # gone since it was listed
            size += path.stat().st_size if path.is_file() else 0
    return size
