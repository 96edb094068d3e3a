"""What changed since the last build: which files, and for whom that counts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scripts.engine.gate import SOURCE
from scripts.engine.snapshots import language_of
from scripts.engine.store import FOLDER

FILE = f"{FOLDER}/last-sources.json"


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that differ from those of the last complete build, by what happened to them."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]

    def told(self) -> list[str]:
        """Return a line for each file: what happened, and which languages it counts for."""
        pairs = [("added", path) for path in self.added]
        pairs += [("removed", path) for path in self.removed]
        pairs += [("changed", path) for path in self.edited]
        return [f"{what}: {path} ({_reach(what, path)})" for what, path in pairs]


def since_last(root: Path, now: Mapping[str, str]) -> Changes | None:
    """Return what changed between the last complete build and the sources `now`.

    None where nothing is known of an earlier build.
    """
    try:
        before = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(before, dict):
        return None
    both = sorted(now.keys() & before.keys())
    return Changes(
        added=_ordered(now.keys() - before.keys()),
        removed=_ordered(before.keys() - now.keys()),
        edited=tuple(path for path in both if now[path] != before[path]),
    )


def remember(root: Path, now: Mapping[str, str]) -> None:
    """Remember the sources of a complete build; without space for it, the next can't tell why."""
    path = root / FILE
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(dict(now)), encoding="utf-8")
        new.replace(path)


def _ordered(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def _reach(what: str, path: str) -> str:
    """Return whom a change counts for."""
    code = language_of(path)
    if code in (None, SOURCE):
        return "all languages"
    return code if what == "changed" else "all languages: their menus tell who has the page"
