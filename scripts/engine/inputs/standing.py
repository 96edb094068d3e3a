"""What the last builds left on the disk, as it stands when a build begins.

To look at each file of it takes a while, so that another process may do it in time. What is used
is known to be what was looked at. This module imports nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.engine.inputs import gate
from scripts.engine.inputs.gate import SOURCE

FOLDER = ".cache/spare"
"""Where the site before the last one is kept."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The site and the spare folder as they stood at one moment."""

    folders: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Which folder was that of each language of the site, since builds put others in its place."""
    entries: Sequence[str] = ()
    """An entry for each file of the site, as `gate.output_entries` gives it."""
    spare: Mapping[str, str] = field(default_factory=dict)
    """The digest of each language's files in the spare folder, as `gate.language_digests` does."""

    @classmethod
    def of(cls, root: Path, codes: Collection[str]) -> Standing:
        """Look at what there is of the languages `codes` of the project at `root`."""
        folders = {}
        for code in codes:
            with suppress(OSError):
                folders[code] = identity(folder(root, code).stat())
        if not folders:
            return cls()
        spare = gate.language_digests(gate.output_entries(root / FOLDER), codes)
        return cls(folders, gate.output_entries(root), spare)


def folder(root: Path, code: str) -> Path:
    """Return the folder of a language of the built site."""
    return root / gate.SITE / ("" if code == SOURCE else code)


def identity(stat: os.stat_result) -> tuple[int, int]:
    """Return what tells a folder from all others that are there."""
    return stat.st_dev, stat.st_ino
