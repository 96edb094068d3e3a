"""The site before the last one, kept beside it: brought up to date, it becomes the next.

Nearly all that a build makes stands in it already, each file as a hard link that the site has
too, and to make thousands of folders and to remove them takes longer than to make the few pages
that changed. What is known of it is forgotten while a build changes it: killed then, the next
build begins with an empty folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs import utils

from scripts.docsite.languages import SOURCE
from scripts.engine.inputs import gate
from scripts.engine.inputs.standing import FOLDER
from scripts.engine.publishing import output
from scripts.engine.publishing.previous import Outputs, Previous

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Windows
    fcntl = None  # type: ignore[assignment]

_FILE = "spare.json"
_LOCK = "lock"


@dataclass(frozen=True, slots=True)
class _Record:
    """What is known of one language in the folder."""

    digest: str
    """The digest of its files' stats."""
    outputs: Outputs


@dataclass(frozen=True)
class Spare:
    """A folder to build languages into; without one (`folder` None), nothing stands there."""

    folder: Path | None = None
    codes: frozenset[str] = frozenset()
    """The languages that have a folder of their own in it."""
    outputs: dict[str, Outputs] = field(default_factory=dict)
    """The outputs that stand there, by language."""
    _others: Mapping[str, _Record] = field(default_factory=dict)
    """What is known of the languages that are not built."""

    def begin(self, code: str, site_dir: str, made: Collection[str]) -> None:
        """Remove all files of a language from its folder but those to be `made` that are known.

        What is removed, or written anew, may be a link to what the site shows.
        """
        if self.folder is None:
            utils.clean_directory(site_dir)
            return
        known = self.outputs.get(code, {})
        kept = self.outputs[code] = {path: known[path] for path in known.keys() & set(made)}
        apart = self.codes if code == SOURCE else frozenset[str]()
        if Path(site_dir).is_dir():
            _remove_all_but(site_dir, "", kept.keys(), apart)

    def holds(self, code: str, path: str, made_from: bytes) -> bool:
        """Return whether an output stands there, made from the same."""
        return self.outputs.get(code, {}).get(path) == made_from.hex()

    def forget(self, code: str) -> None:
        """Know of a language no longer, because its folder is emptied; with English's, of all."""
        if code == SOURCE:
            self.outputs.clear()
        self.outputs.pop(code, None)

    def remember(self, before: Previous, built: Collection[str]) -> None:
        """Remember what the languages `built` hold, now that the folder is what the site was."""
        if self.folder is None or not self.folder.is_dir():
            return
        records = dict(self._others)
        for code in built:
            if code in before.digests and code in before.outputs:
                records[code] = _Record(before.digests[code], before.outputs[code])
        known = {code: [found.digest, found.outputs] for code, found in records.items()}
        with suppress(OSError):
            (self.folder.parent / _FILE).write_text(json.dumps(known), encoding="utf-8")


NOWHERE = Spare()


@contextmanager
def taken(
    root: Path, codes: Collection[str], built: Collection[str], seen: Mapping[str, str]
) -> Iterator[Spare | None]:
    """Give the folder to the build of the languages `built`.

    None while another build has it, and where the system can't swap it with the site.

    `codes` are all languages of the project, and `seen` the digests of what the folder held of
    them. From then on nothing is known of the folder, until `Spare.remember`.
    """
    room = root / FOLDER
    with _locked(room) as alone:
        if not alone or not output.can_swap(room):
            yield None
            return
        output.remove_stale(root)
        records = _load(room / _FILE)
        (room / _FILE).unlink(missing_ok=True)
        folder, apart = room / gate.SITE, frozenset(codes) - {SOURCE}
        outputs: dict[str, Outputs] = {}
        for code in built:
            known = records.get(code)
            if known and seen.get(code) == known.digest:
                outputs[code] = known.outputs
        if not outputs:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        others = {code: record for code, record in records.items() if code not in built}
        yield Spare(folder, apart, outputs, others if outputs else {})


def clear(root: Path) -> None:
    """Remove the folder, unless a build has it."""
    room = root / FOLDER
    if room.is_dir():
        with _locked(room) as alone:
            if alone:
                shutil.rmtree(room, ignore_errors=True)


@contextmanager
def _locked(room: Path) -> Iterator[bool]:
    """Hold the folder's lock, if nobody else does; tell whether that is so."""
    if fcntl is None:
        yield False
        return
    room.mkdir(parents=True, exist_ok=True)
    with (room / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def _load(path: Path) -> dict[str, _Record]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {code: _Record(str(found), dict(outputs)) for code, (found, outputs) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _remove_all_but(folder: str, prefix: str, kept: Set[str], apart: Set[str]) -> bool:
    """Remove all files below a folder but those `kept`; return whether it is empty then."""
    empty = True
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = f"{prefix}{entry.name}"
        if name in apart:
            empty = False
        elif entry.is_dir(follow_symlinks=False):
            if _remove_all_but(entry.path, f"{name}/", kept, frozenset()):
                Path(entry.path).rmdir()
            else:
                empty = False
        elif name in kept:
            empty = False
        else:
            Path(entry.path).unlink()
    return empty
