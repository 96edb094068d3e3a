"""Results on disk: a bounded, checked, content-addressed store that processes can share.

One SQLite file holds compressed results by the digest of everything they were made from. An entry
that can't be read (damaged, truncated, of another version) is a miss, told once.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

log = logging.getLogger("docsite.cache")

FOLDER = ".cache/engine"
FILE = "results-1.db"
"""The number is the version of the store's form: another version is another file."""

LIMIT = 512 * 1024 * 1024
"""Bytes of compressed results above which the ones unused for longest are dropped."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (
    key BLOB PRIMARY KEY, check_sum BLOB NOT NULL, data BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


def digest(parts: Iterable[str | bytes]) -> bytes:
    """Return the digest of texts and bytes, with their borders: 16 bytes, BLAKE2b."""
    hasher = blake2b(digest_size=16)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        hasher.update(len(raw).to_bytes(8, "big"))
        hasher.update(raw)
    return hasher.digest()


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store holds."""

    path: Path
    results: int
    size: int
    """Bytes of compressed results."""


@dataclass
class Store:
    """The results in one file, or nowhere (`path` None): then only what this build adds."""

    path: Path | None
    limit: int = LIMIT
    hits: int = 0
    misses: int = 0
    _new: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    _used: set[bytes] = field(default_factory=set, repr=False)
    _connection: sqlite3.Connection | None = field(default=None, repr=False)
    _pid: int = 0
    _warned: bool = False

    @classmethod
    def at(cls, root: Path) -> Store:
        """Return the store of the project at `root`."""
        return cls(root / FOLDER / FILE)

    def get(self, key: bytes) -> bytes | None:
        """Return the result for the key, or None."""
        data = self._new.get(key)
        if data is None:
            data = self._read(key)
        if data is None:
            self.misses += 1
            return None
        self.hits += 1
        return zlib.decompress(data)

    def put(self, key: bytes, result: bytes) -> None:
        """Keep the result; it is on disk after `flush()`."""
        self._new[key] = zlib.compress(result, 1)

    def flush(self) -> None:
        """Write what is new, mark what was used, and keep the store within its limit.

        A store that can't be written (full disk, read-only) is told once, and does no harm.
        """
        if self.path is None or not (self._new or self._used):
            return
        now = int(time.time())
        rows = [(key, _check_sum(data), data, now) for key, data in self._new.items()]
        try:
            connection = self._connect(create=True)
            if connection is not None:
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO results VALUES (?,?,?,?)", rows)
                    marks = [(now, key) for key in self._used]
                    connection.executemany("UPDATE results SET used = ? WHERE key = ?", marks)
                self._shrink(connection)
        except (sqlite3.Error, OSError) as error:
            self._warn(f"the cache can't be written: {error}")
        self._used.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None and self._pid == os.getpid():
            self._connection.close()
        self._connection = None

    def info(self) -> StoreInfo | None:
        """Return what the store holds, or None where there is none."""
        connection = self._connect(create=False)
        if connection is None or self.path is None:
            return None
        count, size = connection.execute(
            "SELECT count(*), coalesce(sum(length(data)), 0) FROM results"
        ).fetchone()
        return StoreInfo(self.path, count, size)

    def _read(self, key: bytes) -> bytes | None:
        try:
            connection = self._connect(create=False)
            if connection is None:
                return None
            row = connection.execute(
                "SELECT check_sum, data FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as error:
            self._discard(error)
            return None
        if row is None:
            return None
        check_sum, data = row
        if check_sum != _check_sum(data):
            self._warn("the cache holds a damaged result; it is made anew")
            return None
        self._used.add(key)
        return bytes(data)

    def _connect(self, *, create: bool) -> sqlite3.Connection | None:
        if self.path is None:
            return None
        if self._connection is not None and self._pid == os.getpid():
            return self._connection
        if not create and not self.path.is_file():
            return None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError as error:
            self._discard(error)
            self._connection = self._open()
        self._pid = os.getpid()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(str(self.path), timeout=30)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        return connection

    def _discard(self, error: sqlite3.Error) -> None:
        """Start over with an empty store, because what is there is not one."""
        if isinstance(error, sqlite3.OperationalError):
            self._warn(f"the cache can't be read: {error}")
            return
        self._warn("the cache is damaged; it is made anew")
        self.close()
        assert self.path is not None
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()

    def _shrink(self, connection: sqlite3.Connection) -> None:
        size = connection.execute("SELECT coalesce(sum(length(data)), 0) FROM results").fetchone()[
            0
        ]
        if size <= self.limit:
            return
        over = size - self.limit * 3 // 4
        with connection:
            for key, length in connection.execute(
                "SELECT key, length(data) FROM results ORDER BY used, key"
            ).fetchall():
                if over <= 0:
                    break
                connection.execute("DELETE FROM results WHERE key = ?", (key,))
                over -= length

    def _warn(self, message: str) -> None:
        if not self._warned:
            self._warned = True
            log.warning("%s (%s)", message, self.path)


def _check_sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=8).digest()
