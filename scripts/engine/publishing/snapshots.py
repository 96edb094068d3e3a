"""What the built site holds, kept by the content of what it was made from, and put back.

Other than the gate, which looks at the stats of files, a snapshot follows from contents alone. So
a fresh clone that got the cache of another machine, or an older commit that is checked out again,
takes the site of its sources from the store instead of building it. Each language is a snapshot
of its own; what languages share is stored once.
"""

from __future__ import annotations

import json
import os
import time
from collections import deque
from collections.abc import Container, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from scripts.engine.inputs import gate
from scripts.engine.inputs.gate import DOCS, SHARED, SOURCE
from scripts.engine.markdown.recording import TICK
from scripts.engine.publishing.previous import Outputs
from scripts.engine.store.digests import content_digest, digest
from scripts.engine.store.results import SHELL, Store, unpacked

KIND = "site"
_THREADS = min(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One language of a built site."""

    files: Mapping[str, str]
    """The digest of each file's content, in hexadecimal, by its path from the site's root."""
    pages: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the site, as it was when it was read."""

    digest: str
    """The digest of its content, in hexadecimal."""
    seen: str
    """Its size, its times and its number on the disk; empty where it had only just changed."""


@dataclass(frozen=True)
class Shelf:
    """The snapshots of the languages `codes`, for the sources as they stand now."""

    store: Store
    keys: Mapping[str, bytes]
    """What each language is made from."""
    sources: Mapping[str, Source]
    """By their paths from the root."""

    @classmethod
    def of(
        cls,
        root: Path,
        store: Store,
        codes: Iterable[str],
        *,
        base: bytes,
        known: Mapping[str, Source] = MappingProxyType({}),
    ) -> Shelf:
        """Return the shelf of the project at `root`.

        `base` stands for all that the site follows from beside its sources, and `known` are these
        as they were read before.
        """
        found = sources(root, known)
        digests = {path: source.digest for path, source in found.items()}
        return cls(store, keys(digests, codes, base=base), found)

    def restore(self, target: Path, codes: Iterable[str]) -> dict[str, Snapshot]:
        """Put the languages that the store has below the folder `target`; return these.

        None without English where that is asked for: its build begins with an empty folder.
        """
        found: dict[str, Snapshot] = {}
        for code in sorted(codes, key=lambda code: code != SOURCE):
            snapshot = _restore(self.store, self.keys[code], target)
            if snapshot is not None:
                found[code] = snapshot
            elif code == SOURCE:
                break
        return found

    def gathered(
        self, code: str, site: Path, outputs: Outputs, *, pages: int, warnings: Iterable[str]
    ) -> Snapshot:
        """Return what the folder `site` holds of a language that was just built into it.

        The contents are kept, which only `keep` lets anybody find. `outputs` tells what they were
        made from: the pages that the store has are not read.
        """
        prefix = "" if code == SOURCE else f"{code}/"
        made_from = {f"{prefix}{path}": bytes.fromhex(key) for path, key in outputs.items()}
        shells = self.store.digests(made_from.values(), kind=SHELL)
        names = [path.relative_to(site).as_posix() for path in _paths(site, self.keys, code)]
        files = {name: shells.get(made_from.get(name, b"")) for name in names}
        unread = [name for name, known in files.items() if known is None]
        with ThreadPoolExecutor(_THREADS) as threads:
            read = threads.map(lambda name: content_digest((site / name).read_bytes()), unread)
            files |= zip(unread, read, strict=True)
            known = {each: name for name, each in files.items() if each is not None}
            new = [(site / known[each]).read_bytes for each in self.store.missing(known)]
            deque(threads.map(lambda read: self.store.put_content(read()), new), maxlen=0)
        self.store.close()  # an open file must not be carried into a fork
        found = {name: each.hex() for name, each in files.items() if each is not None}
        return Snapshot(found, pages, tuple(warnings))

    def keep(self, snapshots: Mapping[str, Snapshot]) -> None:
        """Keep languages, so that they can be put back when the sources are the same again."""
        for code, snapshot in snapshots.items():
            self.store.put(self.keys[code], json.dumps(asdict(snapshot)).encode(), kind=KIND)
        self.store.flush()


def sources(root: Path, known: Mapping[str, Source] = MappingProxyType({})) -> dict[str, Source]:
    """Return the files that the site is made from, by their paths from the root.

    What looks as it did when it was read before, by `known`, is not read again: the time of the
    last change of its state can't be set back. A file that vanishes meanwhile counts as not
    there: the gate sees that something changed.
    """
    found = {}
    settled = time.time_ns() - TICK
    for name in dict.fromkeys((*SHARED, DOCS)):
        for below, stat in gate.files(root / name):
            with suppress(OSError):
                key = f"{name}/{below}" if below else name
                seen = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
                if (before := known.get(key)) is not None and before.seen == seen:
                    found[key] = before
                    continue
                content = content_digest((root / key).read_bytes()).hex()
                found[key] = Source(content, seen if stat.st_ctime_ns < settled else "")
    return found


def keys(found: Mapping[str, str], codes: Iterable[str], *, base: bytes) -> dict[str, bytes]:
    """Return what stands for all that each language is made from; `base` counts for all."""
    translated = {path for path in found if language_of(path) not in (None, SOURCE)}
    shared = [part for path in sorted(found.keys() - translated) for part in (path, found[path])]
    common = digest([base, *shared, digest(sorted(translated))])
    parts: dict[str | None, list[str]] = {code: [] for code in codes}
    for path in sorted(translated):
        parts.setdefault(language_of(path), []).extend((path, found[path]))
    return {code: digest([common, KIND, code, *parts[code]]) for code in codes}


def language_of(path: str) -> str | None:
    """Return the language that the source at the path belongs to, None where to no one."""
    names = PurePosixPath(path).parts
    return names[1] if names[0] == DOCS and len(names) > 2 else None


def _restore(store: Store, key: bytes, target: Path) -> Snapshot | None:
    """Put the files of the snapshot with the key below the folder `target`.

    None where the store has not all of it: then nothing of it is left in `target`.
    """
    snapshot = _load(store, key)
    if snapshot is None:
        return None
    paths: dict[bytes, list[Path]] = {}
    for name, hexadecimal in snapshot.files.items():
        paths.setdefault(bytes.fromhex(hexadecimal), []).append(target / name)
    for folder in {path.parent for same in paths.values() for path in same}:
        folder.mkdir(parents=True, exist_ok=True)

    def write(entry: tuple[bytes, bytes]) -> tuple[bytes, bool]:
        known, data = entry
        content = unpacked(data, known)
        for path in paths[known] if content is not None else ():
            path.write_bytes(content or b"")
        return known, content is not None

    with ThreadPoolExecutor(_THREADS) as threads:
        done = dict(threads.map(write, store.contents(paths)))
    for known in (known for known, whole in done.items() if not whole):
        store.distrust(known)
    if all(done.get(known) for known in paths):
        return snapshot
    for path in (path for same in paths.values() for path in same):
        path.unlink(missing_ok=True)
    return None


def digests(site: Path) -> dict[str, str]:
    """Return the digest of each file's content below the folder `site`, by its path."""
    paths = _files(site)
    with ThreadPoolExecutor(_THREADS) as threads:
        found = threads.map(lambda path: content_digest(path.read_bytes()).hex(), paths)
        return {
            path.relative_to(site).as_posix(): known
            for path, known in zip(paths, found, strict=True)
        }


def _load(store: Store, key: bytes) -> Snapshot | None:
    data = store.get(key)
    if data is None:
        return None
    found = json.loads(data)
    return Snapshot(found["files"], found["pages"], tuple(found["warnings"]))


def _paths(site: Path, codes: Container[str], code: str) -> list[Path]:
    """Return the files of a language; those of English lie in no other language's folder."""
    if code != SOURCE:
        return _files(site / code)
    tops = (path for path in sorted(site.iterdir()) if path.name not in codes)
    return [path for top in tops for path in _files(top)]


def _files(path: Path) -> list[Path]:
    """Return the files below the path in order, or the path if it is one."""
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file())
    return sorted(file for file in found if "__pycache__" not in file.parts)
