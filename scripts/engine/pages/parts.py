"""What a machine hands on of a language that several build: the results of some of its pages.

A part is a ZIP archive of results of the store, each under its key and the digest of its content.
Like those of a cache, they are checked when they are read, and again when a build asks for them:
what is damaged or does not fit is made anew, and a part of any content makes no page wrong.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.engine.store.digests import content_digest
from scripts.engine.store.results import LIMIT, PAGE, Store

LARGEST = 64 * 1024 * 1024
"""Bytes above which no result is read."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
_NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a language, by their paths, and the file that gets what is made of them."""

    pages: tuple[str, ...]
    file: Path


def make(part: Part, results: Iterable[tuple[bytes, bytes]]) -> None:
    """Write the results, each with its key, into the file of the part: the same to the byte."""
    part.file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(part.file, "w", zipfile.ZIP_DEFLATED) as archive:
        done = set()
        for key, content in results:
            if key in done:
                continue
            done.add(key)
            name = f"{key.hex()}-{content_digest(content).hex()}"
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def take(path: Path, store: Store) -> bool:
    """Put what the part at `path` holds into a store; return whether none of it was damaged."""
    whole, size = True, 0
    try:
        with zipfile.ZipFile(path) as archive:
            for key, content in _read(archive):
                size += len(content or b"")
                if content is None or size > LIMIT:
                    whole = False
                else:
                    store.put(key, content, kind=PAGE)
    except _DAMAGED:
        return False
    return whole


def _read(archive: zipfile.ZipFile) -> Iterator[tuple[bytes, bytes | None]]:
    """Yield the keys with their results, None in the place of one that is not as it was put in."""
    for entry in archive.infolist():
        name = _NAME.fullmatch(entry.filename)
        if name is None or entry.file_size > LARGEST:
            yield b"", None
            continue
        try:
            content = archive.read(entry)
        except _DAMAGED:
            content = b""
        known = content_digest(content).hex() == name[2]
        yield bytes.fromhex(name[1]), content if known else None
