"""The site as the last build left it: what comes out the same is taken over as hard links."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.engine.inputs import gate, standing
from scripts.engine.inputs.standing import Standing
from scripts.engine.store.digests import digest
from scripts.engine.store.folder import FOLDER

FILE = f"{FOLDER}/last-outputs.json"

Outputs = Mapping[str, str]
"""What each output of a language was made from: its path below the language's home, a digest."""


@dataclass(frozen=True)
class Previous:
    """The outputs of the last build, known to be as it left them."""

    folders: Mapping[str, int] = field(default_factory=dict)
    """Each language's open folder: still the same one after another build took its place."""
    outputs: Mapping[str, Outputs] = field(default_factory=dict)
    """By language."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digest of each language's files, as `gate.language_digests` gives it."""
    entries: Sequence[str] = ()
    """An entry for each file, as `gate.output_entries` gives it."""

    def has(self, code: str, path: str, made_from: bytes) -> bool:
        """Return whether there is an output that was made from the same."""
        known = self.outputs.get(code, {}).get(path) == made_from.hex()
        return known and code in self.folders

    def link(self, code: str, path: str, made_from: bytes, target: Path) -> bool:
        """Put an output at `target` if it was made from the same; return whether it was."""
        if not self.has(code, path, made_from):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target, src_dir_fd=self.folders[code])
        except OSError:
            return False
        return True

    def read(self, code: str, path: str, made_from: bytes) -> bytes | None:
        """Return an output if it was made from the same."""
        if not self.has(code, path, made_from):
            return None
        try:
            number = os.open(path, os.O_RDONLY, dir_fd=self.folders[code])
        except OSError:
            return None
        with os.fdopen(number, "rb") as file:
            return file.read()


NOTHING = Previous()


@contextmanager
def opened(root: Path, last: gate.LastBuild | None, seen: Standing) -> Iterator[Previous]:
    """Give the site below `root` as the build `last` left it; nothing where it is not that.

    `seen` is how it stood: where another build has put a new one in its place since, it is not
    that either.
    """
    if last is None or os.link not in os.supports_dir_fd:
        yield NOTHING
        return
    with ExitStack() as stack:
        folders = {}
        for code in last.counts:
            with suppress(OSError):
                path = standing.folder(root, code)
                folders[code] = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
                stack.callback(os.close, folders[code])
        there = {code: standing.identity(os.fstat(number)) for code, number in folders.items()}
        if there != seen.folders or digest(seen.entries).hex() != last.output:
            yield NOTHING
            return
        digests = gate.language_digests(seen.entries, last.counts)
        yield Previous(folders, _load(root, last.output), digests, seen.entries)


def save(root: Path, output: str, outputs: Mapping[str, Outputs]) -> None:
    """Remember what the outputs were made from of the site whose digest is `output`."""
    gate.leave(root / FILE, json.dumps({"output": output, "outputs": outputs}).encode())


def _load(root: Path, output: str) -> Mapping[str, Outputs]:
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        if data["output"] != output:
            return {}
        return {str(code): dict(found) for code, found in data["outputs"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
