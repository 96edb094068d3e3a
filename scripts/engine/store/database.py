"""The file of the store: opened and checked, and made anew where it is not one of this version."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

log = logging.getLogger("docsite.cache")

VERSION = 3
"""The version of the file's form: a file of another version is made anew."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS contents (
    digest BLOB PRIMARY KEY, data BLOB NOT NULL, used INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS results (
    key BLOB PRIMARY KEY, kind TEXT NOT NULL, content BLOB NOT NULL, seal BLOB NOT NULL
) WITHOUT ROWID;
"""
_COLUMNS = ("digest, data, used FROM contents", "key, kind, content, seal FROM results")


@dataclass
class Database:
    """The SQLite file at a path. What goes wrong with it is told once."""

    path: Path
    _connection: sqlite3.Connection | None = field(default=None, repr=False)
    _pid: int = 0
    _warned: bool = False

    def connect(self, *, create: bool) -> sqlite3.Connection | None:
        """Return this process's connection; None where there is no file, unless one is to be made.

        Raises `sqlite3.Error` or `OSError` where the file can't be used.
        """
        if self._connection is not None and self._pid == os.getpid():
            return self._connection
        if not create and not self.path.is_file():
            return None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _open(self.path)
        except sqlite3.DatabaseError as error:
            if not _unreadable(error):
                raise
            self.failed(error, "read")
            self._connection = _open(self.path)
        self._pid = os.getpid()
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None and self._pid == os.getpid():
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def failed(self, error: Exception, what: str) -> None:
        """Tell that the file could not be `what`, and remove it where it is none of ours."""
        if not _unreadable(error):
            self.warn(f"the cache can't be {what}: {error}")
            return
        self.warn(f"the cache is made anew: {error}")
        self.close()
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()

    def warn(self, message: str) -> None:
        """Tell what is wrong with the file, if nothing was told yet."""
        if not self._warned:
            self._warned = True
            log.warning("%s (%s)", message, self.path)


class _ForeignError(sqlite3.DatabaseError):
    """A file that is a database, though not one of this version of the store."""


def _open(path: Path) -> sqlite3.Connection:
    """Open the file, made if it is not there; raises where it is not one of this version."""
    connection = sqlite3.connect(str(path), timeout=30, check_same_thread=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if version != VERSION and tables:
            raise _ForeignError("it is of another version")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            connection.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version = {VERSION};COMMIT")
        for columns in _COLUMNS:
            try:
                connection.execute(f"SELECT {columns} LIMIT 0")
            except sqlite3.OperationalError as error:
                raise _ForeignError("it has another form") from error
    except BaseException:
        connection.close()
        raise
    return connection


def shrink(connection: sqlite3.Connection, limit: int) -> None:
    """Drop the contents unused for longest above `limit` bytes, and the results among them."""
    if _occupied(connection) <= limit:
        return  # to add up the sizes of the contents means to go through all
    query = "SELECT coalesce(sum(length(data)), 0) FROM contents"
    size = connection.execute(query).fetchone()[0]
    if size <= limit:
        return
    over = size - limit * 3 // 4
    with connection:
        for known, length in connection.execute(
            "SELECT digest, length(data) FROM contents ORDER BY used, digest"
        ).fetchall():
            if over <= 0:
                break
            connection.execute("DELETE FROM contents WHERE digest = ?", (known,))
            over -= length
        connection.execute("DELETE FROM results WHERE content NOT IN (SELECT digest FROM contents)")


def _occupied(connection: sqlite3.Connection) -> int:
    """Return how many bytes of the file are in use."""
    asked = ("page_count", "freelist_count", "page_size")
    count, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked)
    return int((count - free) * size)


def _unreadable(error: Exception) -> bool:
    """Return whether the error says that the file is no database of this version."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    damaged = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return damaged or isinstance(error, _ForeignError)
