"""Whether anything changed since the last build, by looking at files without reading them.

This module imports nothing heavy: a build with nothing to do ends before MkDocs is loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.engine.inputs import fingerprints
from scripts.engine.store.digests import digest
from scripts.engine.store.folder import FOLDER

FILE = f"{FOLDER}/last-build.json"
SITE = "site"
SOURCE = "en"
DOCS = "docs"

SHARED = (*fingerprints.SHARED, "data", "docs_src", f"{DOCS}/{SOURCE}")
"""What pages of every language are made from."""


@dataclass(frozen=True, slots=True)
class Look:
    """The inputs of a build as they stood at one moment, as digests of their file stats."""

    shared: str
    pages: str
    """Which pages each language has, whatever is in them: language menus show it everywhere."""
    languages: dict[str, str]
    """The sources of each language but English."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last complete build was made from, what it left, and what it warned of."""

    look: Look
    output: str
    warnings: dict[str, list[str]]
    counts: dict[str, int]
    """Pages by language."""
    computed: str
    """Stands for what pages show that is computed from the sources of all languages."""

    def is_current(self, root: Path, seen: Look) -> bool:
        """Return whether inputs, which stand as `seen`, and output are what they were."""
        return seen == self.look and output_digest(root) == self.output

    def outdated(self, now: Look) -> set[str] | None:
        """Return the languages that the inputs as they stand now make outdated; None for all."""
        if (now.shared, now.pages) != (self.look.shared, self.look.pages):
            return None
        if now.languages.keys() != self.look.languages.keys():
            return None
        return {code for code, seen in now.languages.items() if seen != self.look.languages[code]}


def look(root: Path) -> Look:
    """Return how the inputs stand now.

    A file counts by its size, its times and its number on the disk: the time of the last change
    of its state can't be set back, so that a restored older file is seen as changed.
    """
    shared: list[str] = [f"{name}={os.environ.get(name)}" for name in fingerprints.ENVIRONMENT]
    shared += fingerprints.installed()
    for name in SHARED:
        shared += _stats(root / name, states=True)
    docs = root / DOCS
    found = docs.iterdir() if docs.is_dir() else ()
    folders = sorted(p.name for p in found if p.is_dir() and p.name != SOURCE)
    stats = {code: list(_stats(root / DOCS / code, states=True)) for code in folders}
    names = [f"{code}/{entry.split(chr(0), 1)[0]}" for code in folders for entry in stats[code]]
    return Look(
        shared=digest(shared).hex(),
        pages=digest(names).hex(),
        languages={code: digest(entries).hex() for code, entries in stats.items()},
    )


def output_digest(root: Path) -> str:
    """Return the digest of the built site's files: names, sizes and times."""
    return digest(output_entries(root)).hex()


def output_entries(
    root: Path, known: Iterable[str] = (), built: Collection[str] | None = None
) -> list[str]:
    """Return what `output_digest` is made from: an entry for each file.

    Where only languages with folders of their own were `built` since the entries `known`, these
    hold for the rest of the site.
    """
    if built is None or SOURCE in built:
        return list(_stats(root / SITE, states=False))
    entries = [entry for entry in known if entry.partition("/")[0] not in built]
    for code in built:
        entries += (f"{code}/{entry}" for entry in _stats(root / SITE / code, states=False))
    return sorted(entries)


def language_digests(entries: Iterable[str], codes: Collection[str]) -> dict[str, str]:
    """Return the digests of the languages `codes` of which a site's `entries` hold something.

    A language's files lie in the folder of its code, those of English beside these folders.
    """
    parts: dict[str, list[str]] = {}
    for entry in entries:
        code, _, rest = entry.partition("/")
        is_apart = bool(rest) and code in codes and code != SOURCE
        parts.setdefault(code if is_apart else SOURCE, []).append(rest if is_apart else entry)
    return {code: digest(found).hex() for code, found in parts.items()}


def load(root: Path) -> LastBuild | None:
    """Return what is known of the last complete build; nothing where it can't be read."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        return LastBuild(
            Look(**data["look"]), data["output"], data["warnings"], data["counts"], data["computed"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(root: Path, last: LastBuild) -> None:
    """Remember a complete build; without space for it, the next build has to look for itself."""
    leave(root / FILE, json.dumps(asdict(last)).encode())


def leave(path: Path, content: bytes) -> None:
    """Write what later builds may use, whole or not at all: where it can't be, they do without."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(path)


def forget(root: Path) -> None:
    """Forget the last complete build, because the site no longer is one.

    Where that can't be done, the output that is remembered is not the one that is there.
    """
    with suppress(OSError):
        (root / FILE).unlink(missing_ok=True)


def _stats(path: Path, *, states: bool) -> Iterator[str]:
    """Yield an entry for each file below the path, in order: its name and its stats."""
    for name, stat in files(path):
        times = f"{stat.st_mtime_ns}"
        if states:
            times += f"\0{stat.st_ctime_ns}\0{stat.st_ino}"
        yield f"{name}\0{stat.st_size}\0{times}"


def files(path: Path) -> list[tuple[str, os.stat_result]]:
    """Return the files below a folder, or the path as "" if it is a file, in order with stats."""
    found: list[tuple[str, os.stat_result]] = []
    if path.is_dir():
        _walk(str(path), "", found)
    else:
        with suppress(OSError):
            found.append(("", path.stat()))
    return sorted(found, key=lambda pair: pair[0])


def _walk(folder: str, prefix: str, found: list[tuple[str, os.stat_result]]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                _walk(entry.path, f"{prefix}{entry.name}/", found)
            else:
                with suppress(OSError):
                    found.append((f"{prefix}{entry.name}", entry.stat()))
