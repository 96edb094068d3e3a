"""A part of the site for one machine of several: its languages, and what it hands on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.engine.builds import driver
from scripts.engine.machines import costs, plans
from scripts.engine.machines.costs import Measured
from scripts.engine.machines.plans import Shard, Share
from scripts.engine.pages.parts import Part
from scripts.engine.publishing import output, snapshots

FOLDERS = "shards"
"""Where shards are put below the root by default."""

MANIFEST = "shard.json"
PARTS = "parts"
"""Where a shard holds what it made of languages that several machines build."""
VERSION = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a shard holds, and what it goes together with."""

    number: int
    count: int
    plan: Sequence[Share]
    """What every shard has to do."""
    made_from: Mapping[str, str]
    """What stands for all that each language of the site is made from."""
    files: Mapping[str, str]
    """The digest of each file's content, by its path from the site's root."""
    measured: Mapping[str, Mapping[str, float]]
    """The fields of what was measured."""
    version: int = VERSION

    @property
    def share(self) -> Share:
        """What the shard holds."""
        return self.plan[self.number - 1]


@dataclass(frozen=True, slots=True)
class Task:
    """What a shard has to do, and how much that is."""

    share: Share
    part: float
    """How much of all work it is."""
    most: float
    """How much of all work the shard has that has most to do."""


def task(root: Path, shard: Shard) -> Task:
    """Return what a shard of the project at `root` has to do."""
    known = costs.of(root)
    shares = plans.plan(known, shard.count)
    loads = [plans.load(share, known) for share in shares]
    whole = sum(loads) or 1
    return Task(shares[shard.number - 1], loads[shard.number - 1] / whole, max(loads) / whole)


def build(
    root: Path,
    shard: Shard,
    out: Path,
    *,
    jobs: int | None = None,
    strict: bool = False,
    use_cache: bool = True,
    progress: driver.Watcher | None = None,
) -> driver.BuildReport:
    """Build what is a shard's share into the new folder `out`, with a manifest.

    Raises `DocsError` where that is not empty, and where a build of all languages would.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        hint = "remove it, or name another folder with --out"
        raise DocsError(f"the folder of the shard is not empty: {out}", hint=hint)
    shares = plans.plan(costs.of(root), shard.count)
    share = shares[shard.number - 1]
    with output.staging(root) as folder, output.told_when_full():
        site = folder / driver.SITE
        site.mkdir()
        report, shelf = driver.build_aside(
            root,
            site,
            [code for code, pages in share.items() if pages is None],
            jobs=jobs,
            use_cache=use_cache,
            progress=progress,
            parts={
                code: Part(tuple(pages), part_file(folder, code))
                for code, pages in share.items()
                if pages is not None
            },
        )
        driver.check(report.languages, strict=strict)
        manifest = Manifest(
            shard.number,
            shard.count,
            shares,
            {code: key.hex() for code, key in shelf.keys.items()},
            snapshots.digests(site),
            asdict(Measured.of(report.languages)),
        )
        text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
        (folder / MANIFEST).write_text(text, encoding="utf-8")
        out.parent.mkdir(parents=True, exist_ok=True)
        output.move(folder, out)
    return report


def part_file(folder: Path, code: str) -> Path:
    """Return where a shard's folder holds its part of a language."""
    return folder / PARTS / f"{code}.zip"
