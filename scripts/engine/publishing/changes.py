"""What changed since the last build: which files, and for whom that counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.languages import DOCS, SOURCE
from scripts.engine.inputs import gate
from scripts.engine.publishing.snapshots import Source, language_of
from scripts.engine.store.folder import FOLDER

FILE = f"{FOLDER}/last-sources.json"


FEW = 4
"""How many pages may have changed, for them to be few."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that differ from those of the last complete build, by what happened to them."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]

    @property
    def are_few(self) -> bool:
        """Whether no more changed than the text of some pages."""
        others = self.added or self.removed
        return not others and 0 < len(self.edited) <= FEW and all(map(_is_page, self.edited))

    def told(self) -> list[str]:
        """Return a line for each file: what happened, and which languages it counts for."""
        pairs = [("added", path) for path in self.added]
        pairs += [("removed", path) for path in self.removed]
        pairs += [("changed", path) for path in self.edited]
        return [f"{what}: {path} ({_reach(what, path)})" for what, path in pairs]


def load(root: Path) -> Mapping[str, Source] | None:
    """Return the sources of the last complete build; None where nothing is known of one."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        return {str(path): Source(str(found), str(seen)) for path, (found, seen) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def between(before: Mapping[str, Source] | None, now: Mapping[str, Source]) -> Changes | None:
    """Return how the sources `now` differ from those of an earlier build.

    None where nothing is known of an earlier build.
    """
    if before is None:
        return None
    both = sorted(now.keys() & before.keys())
    return Changes(
        added=_ordered(now.keys() - before.keys()),
        removed=_ordered(before.keys() - now.keys()),
        edited=tuple(path for path in both if now[path].digest != before[path].digest),
    )


def remember(root: Path, now: Mapping[str, Source]) -> None:
    """Remember the sources of a complete build; without space for it, the next can't tell why."""
    found = {path: [source.digest, source.seen] for path, source in now.items()}
    gate.leave(root / FILE, json.dumps(found).encode())


def _ordered(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def _is_page(path: str) -> bool:
    return path.startswith(f"{DOCS}/") and path.endswith(".md")


def _reach(what: str, path: str) -> str:
    """Return whom a change counts for."""
    code = language_of(path)
    if code in (None, SOURCE):
        return "all languages"
    return code if what == "changed" else "all languages: their menus tell who has the page"
