"""A part of the site for one machine of several: its languages, and what it hands on."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from scripts.docsite import tree, writing
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine import driver, output, snapshots
from scripts.engine.store import FOLDER

FOLDERS = "shards"
"""Where shards are put below the root by default."""

MANIFEST = "shard.json"
COSTS = f"{FOLDER}/costs.json"
VERSION = 1

_SHARD = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a site."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Return the shard that a text like `3/8` names."""
        found = _SHARD.fullmatch(text)
        if found is None or int(found[1]) > int(found[2]):
            hint = "write its number and how many there are, as in --shard 3/8"
            raise DocsError(f"“{text}” is no shard", hint=hint)
        return cls(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a shard holds, and what it goes together with."""

    number: int
    count: int
    plan: Sequence[Sequence[str]]
    """The languages of every shard."""
    made_from: Mapping[str, str]
    """What stands for all that each language of the site is made from."""
    files: Mapping[str, str]
    """The digest of each file's content, by its path from the site's root."""
    costs: Mapping[str, float] = field(default_factory=dict)
    """The seconds that languages took that were made anew."""
    version: int = VERSION

    @property
    def languages(self) -> Sequence[str]:
        """The languages that the shard holds."""
        return self.plan[self.number - 1]


def plan(costs: Mapping[str, float], count: int) -> tuple[tuple[str, ...], ...]:
    """Share languages out to `count` shards, so that all take about the same time.

    The dearest first, each to the shard that has least to do up to then: the same on all machines.
    """
    shares: list[list[str]] = [[] for _ in range(count)]
    loads = [0.0] * count
    for code in sorted(costs, key=lambda code: (-costs[code], code)):
        least = loads.index(min(loads))
        shares[least].append(code)
        loads[least] += costs[code]
    return tuple(tuple(sorted(share)) for share in shares)


def costs(root: Path) -> dict[str, float]:
    """Return what each language costs: its measured seconds, where those of all are known.

    Else its pages count: those it shows, and once more those it has a translation of.
    """
    found = tree.load(root)
    codes = found.languages.codes
    known = _measured(root)
    if known.keys() >= set(codes):
        return {code: known[code] for code in codes}
    pages = Counter(page.language for page in found)
    return {code: pages[SOURCE] + pages[code] for code in codes}


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
    """Build the languages of a shard into the new folder `out`, with a manifest.

    Raises `DocsError` where that is not empty, and where a build of all languages would.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        hint = "remove it, or name another folder with --out"
        raise DocsError(f"the folder of the shard is not empty: {out}", hint=hint)
    shares = plan(costs(root), shard.count)
    with output.staging(root) as folder, output.told_when_full():
        site = folder / driver.SITE
        site.mkdir()
        report, shelf = driver.build_aside(
            root, site, shares[shard.number - 1], jobs=jobs, use_cache=use_cache, progress=progress
        )
        driver.check(report.languages, strict=strict)
        manifest = Manifest(
            shard.number,
            shard.count,
            shares,
            {code: key.hex() for code, key in shelf.keys.items()},
            snapshots.digests(site),
            _made_anew(report.languages),
        )
        text = json.dumps(asdict(manifest), indent=1, sort_keys=True)
        (folder / MANIFEST).write_text(text, encoding="utf-8")
        out.parent.mkdir(parents=True, exist_ok=True)
        output.move(folder, out)
    return report


def remember_costs(root: Path, seconds: Mapping[str, float]) -> None:
    """Remember what languages cost, for the next plan; without space for it, as it was."""
    if seconds:
        text = json.dumps(_measured(root) | dict(seconds), indent=1, sort_keys=True)
        with suppress(DocsError):
            writing.write_all(root, {COSTS: text.encode()})


def _measured(root: Path) -> dict[str, float]:
    try:
        data = json.loads((root / COSTS).read_text(encoding="utf-8"))
        return {str(code): float(seconds) for code, seconds in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _made_anew(results: Iterable[driver.LanguageResult]) -> dict[str, float]:
    """Return the seconds of the languages whose every page was made anew."""
    return {
        result.language: round(result.seconds, 3)
        for result in results
        if result.times and sum(p.made for p in result.times.pages.values()) == result.pages > 0
    }
