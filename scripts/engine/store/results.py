"""Results on disk: a bounded, checked, content-addressed store that processes can share.

One SQLite file holds compressed contents by their digests, each once, and which of them is the
result for a key: the digest of everything it was made from. What can't be trusted (damaged,
truncated, foreign, of another version) is a miss, told once.
"""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from isal import isal_zlib

from scripts.engine.store.database import Database, shrink
from scripts.engine.store.digests import content_digest, digest
from scripts.engine.store.folder import FOLDER

FILE = "results.db"
LIMIT = 512 * 1024 * 1024
"""Bytes of compressed contents above which the ones unused for longest are dropped."""

PAGE = "page"
"""The kind of results that are what a page is before the theme makes a document of it."""

SHELL = "shell"
"""The kind of results that are the HTML of a page, as it is written."""

IN_MEMORY = 12_000_000
"""Bytes of results that stay in memory. Those that came first do: languages ask in one order."""

_RECENT = 3600
"""Seconds from the last use of a content after which another use is written down."""

_LEVEL = 1
"""How hard to try to pack a content: the highest level takes four times as long for a fiftieth."""

_AT_ONCE = 500
"""How many digests one question names."""


def unpacked(data: bytes, known: bytes) -> bytes | None:
    """Return a stored content; None where it is not the one with the digest `known`."""
    try:
        content = isal_zlib.decompress(data)
    except (isal_zlib.error, TypeError):  # type: ignore[misc]  # it is declared as an instance
        return None
    return content if content_digest(content) == known else None


class New(NamedTuple):
    """A result that is not on disk yet."""

    key: bytes
    kind: str
    digest: bytes
    data: bytes
    """The content as it is stored, which has the digest when it is unpacked."""


@dataclass
class Store:
    """The results in one file, or nowhere (`path` None): then only what this build adds."""

    path: Path | None
    limit: int = LIMIT
    hits: int = 0
    misses: int = 0
    made: Counter[str] = field(default_factory=Counter)
    """How many results of each kind were put in."""
    _new: dict[bytes, tuple[str, bytes]] = field(default_factory=dict, repr=False)
    _contents: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    _now: int = field(default_factory=lambda: int(time.time()), repr=False)
    _used: set[bytes] = field(default_factory=set, repr=False)
    _memory: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    _remembered: int = 0
    _there: set[bytes] = field(default_factory=set, repr=False)
    """Keys that were found to have a result."""
    _damaged: set[bytes] = field(default_factory=set, repr=False)
    _damage_met: bool = False
    _database: Database | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._database = None if self.path is None else Database(self.path)

    @classmethod
    def at(cls, root: Path) -> Store:
        """Return the store of the project at `root`."""
        return cls(root / FOLDER / FILE)

    def get(self, key: bytes, *, again: bool = False) -> bytes | None:
        """Return the result for the key, or None.

        What will be asked for `again`, for another language, stays in memory.
        """
        result = self._memory.get(key) or self._get(key)
        if result is None:
            self.misses += 1
            return None
        self.hits += 1
        if again and key not in self._memory and self._remembered + len(result) <= IN_MEMORY:
            self._memory[key] = result
            self._remembered += len(result)
        return result

    def __contains__(self, key: bytes) -> bool:
        """Return whether there is a result for the key.

        Its content is not read, and may be damaged all the same, unless damage was met before.
        """
        if self._damage_met:
            return self._get(key) is not None
        if key in self._there:
            return True
        query = "SELECT kind, content, seal, used FROM results JOIN contents ON digest = content"
        rows = () if key in self._new else self._rows(query, {key}, column="key")
        for kind, known, seal, used in rows:
            if seal == _seal(key, kind, known):
                self._use(known, used)
                self._there.add(key)
                return True
        return key in self._new

    def put(self, key: bytes, result: bytes, *, kind: str = "rendering") -> None:
        """Keep the result; it is on disk after `flush()`."""
        self.made[kind] += 1
        self._new[key] = (kind, self.put_content(result))

    def count(self) -> int:
        """Return how many results were put in and are not on disk yet."""
        return len(self._new)

    def news(self, count: int) -> list[New]:
        """Return the results that were put in after the first `count`."""
        return [
            New(key, kind, known, self._contents[known])
            for key, (kind, known) in itertools.islice(self._new.items(), count, None)
        ]

    def take(self, news: Iterable[New]) -> None:
        """Put in what another process has put in."""
        for new in news:
            self._new[new.key] = (new.kind, new.digest)
            self._contents.setdefault(new.digest, new.data)
            self.made[new.kind] += 1

    def put_content(self, content: bytes) -> bytes:
        """Keep a content that a result names by its digest, and return that."""
        known = content_digest(content)
        if known not in self._contents:
            self._contents[known] = isal_zlib.compress(content, _LEVEL)
        return known

    def missing(self, digests: Iterable[bytes]) -> set[bytes]:
        """Return the digests whose contents are not here; the others are marked as used.

        Where damage was met, no content that was not read counts as being here.
        """
        wanted = set(digests) - self._contents.keys()
        if self._damage_met:
            return wanted
        found = dict(self._rows("SELECT digest, used FROM contents", wanted))
        for known, used in found.items():
            self._use(known, used)
        return wanted - found.keys()

    def digests(self, keys: Iterable[bytes], *, kind: str) -> dict[bytes, bytes]:
        """Return the digests of the results of a kind that there are for the keys.

        Their contents are not read. Where damage was met, nothing counts as being here.
        """
        wanted = set(keys)
        if self._damage_met:
            return {}
        found = {key: new[1] for key, new in self._new.items() if key in wanted and new[0] == kind}
        query = "SELECT key, kind, content, seal FROM results JOIN contents ON digest = content"
        for key, its_kind, known, seal in self._rows(query, wanted - found.keys(), column="key"):
            if its_kind == kind and seal == _seal(key, kind, known):
                found[key] = known
        return found

    def contents(self, digests: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield digests with their contents as stored, for `unpacked()`."""
        query = "SELECT digest, data, used FROM contents"
        for known, data, used in self._rows(query, set(digests)):
            self._use(known, used)
            yield known, data

    def distrust(self, known: bytes) -> None:
        """Forget the content with the digest `known`, because it is damaged."""
        self._damaged.add(known)
        self._damage_met = True
        if self._database is not None:
            self._database.warn("the cache holds a damaged result; it is made anew")

    def flush(self) -> None:
        """Write what is new, mark what was used, keep the limit, and let go of the file.

        A store that can't be written (full disk, read-only) is told once, and does no harm.
        """
        news = self._new or self._contents or self._used or self._damaged
        if self._database is None or not news:
            return
        try:
            connection = self._database.connect(create=True)
            if connection is not None:
                self._write(connection)
                shrink(connection, self.limit)
        except (sqlite3.Error, OSError) as error:
            self._database.failed(error, "written")
        self._used.clear()
        self._damaged.clear()
        self.close()  # an open file must not be carried into a fork

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()

    def _get(self, key: bytes) -> bytes | None:
        if key in self._new:
            return isal_zlib.decompress(self._contents[self._new[key][1]])
        query = (
            "SELECT kind, content, seal, data, used FROM results JOIN contents ON digest = content"
        )
        for kind, known, seal, data, used in self._rows(query, {key}, column="key"):
            content = unpacked(data, known) if seal == _seal(key, kind, known) else None
            if content is None:
                self.distrust(known)
            else:
                self._use(known, used)
            return content
        return None

    def _use(self, known: bytes, used: int) -> None:
        """Remember that a content is used, unless it is written down that it just was."""
        if abs(self._now - used) > _RECENT:
            self._used.add(known)

    def _rows(self, query: str, values: set[bytes], *, column: str = "digest") -> Iterator[Any]:
        """Yield the rows of a query whose `column` has one of the values."""
        asked = sorted(values)
        if self._database is None:
            return
        try:
            connection = self._database.connect(create=False)
            if connection is None:
                return
            for start in range(0, len(asked), _AT_ONCE):
                part = asked[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                yield from connection.execute(f"{query} WHERE {column} IN ({marks})", part)
        except sqlite3.Error as error:
            self._database.failed(error, "read")

    def _write(self, connection: sqlite3.Connection) -> None:
        now = int(time.time())
        results = [
            (k, kind, known, _seal(k, kind, known)) for k, (kind, known) in self._new.items()
        ]
        contents = [(known, data, now) for known, data in self._contents.items()]
        with connection:
            connection.executemany(
                "DELETE FROM contents WHERE digest = ?", [(known,) for known in self._damaged]
            )
            connection.executemany("INSERT OR REPLACE INTO contents VALUES (?,?,?)", contents)
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?,?,?,?)", results)
            marks = [(now, known) for known in self._used]
            connection.executemany("UPDATE contents SET used = ? WHERE digest = ?", marks)
        self._new.clear()
        self._contents.clear()


def _seal(key: bytes, kind: str, known: bytes) -> bytes:
    """Return what tells that a result's row is the one that was written."""
    return digest([key, str(kind), bytes(known)])[:8]
