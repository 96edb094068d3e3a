"""The parts of a site that several machines built, put together to the whole."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.engine import driver, gate, output, snapshots
from scripts.engine.shards import MANIFEST, VERSION, Manifest, remember_costs

_AGAIN = "build the shards again, all from the same commit and with the same `.cache/engine`"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge put together."""

    shards: int
    languages: int
    files: int


def merge(root: Path, folders: Sequence[Path]) -> Merged:
    """Put the site together from the folders of all its shards, as `site/` below `root`.

    Raises `DocsError` where one is missing, foreign, damaged or there twice, or where they were
    not made from the same: then nothing is written.
    """
    found = {folder: _manifest(folder) for folder in folders}
    _check_together(found)
    holders: dict[str, Path] = {}
    for folder, manifest in found.items():
        _check_files(folder, manifest)
        for path in manifest.files:
            if (other := holders.setdefault(path, folder)) != folder:
                raise DocsError(f"{other} and {folder} both hold {path}", hint=_AGAIN)
    with output.staging(root) as aside, output.told_when_full():
        built = aside / driver.SITE
        built.mkdir()
        for folder, manifest in found.items():
            for path in manifest.files:
                (built / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / driver.SITE / path, built / path)
        gate.forget(root)
        output.publish(root, built, root / driver.SITE)
    for manifest in found.values():
        remember_costs(root, manifest.costs)
    shares = [code for manifest in found.values() for code in manifest.languages]
    return Merged(len(found), len(shares), sum(len(m.files) for m in found.values()))


def _manifest(folder: Path) -> Manifest:
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        if manifest.version != VERSION:
            raise ValueError("it is of another version")
        if not 1 <= manifest.number <= manifest.count == len(manifest.plan):
            raise ValueError("its numbers do not go together")
    except FileNotFoundError as error:
        hint = "name the folders that `docs build --shard` made"
        raise DocsError(f"{folder} is no shard: it has no {MANIFEST}", hint=hint) from error
    except (OSError, ValueError, TypeError) as error:
        hint = "build this shard again"
        raise DocsError(f"{folder / MANIFEST} can't be read: {error}", hint=hint) from error
    return manifest


def _check_together(found: dict[Path, Manifest]) -> None:
    """Raise where the manifests are not those of all shards of one site."""
    if not found:
        raise DocsError("there is nothing to merge", hint="name the folders of all shards")
    first_folder, first = next(iter(found.items()))
    for folder, manifest in found.items():
        if manifest.count != first.count:
            counts = f"of {manifest.count} and of {first.count}"
            message = f"{folder} and {first_folder} are of different sites: {counts} shards"
            raise DocsError(message, hint=_AGAIN)
        if manifest.made_from != first.made_from:
            message = f"{folder} and {first_folder} were not made from the same sources"
            raise DocsError(message, hint=_AGAIN)
        if [*map(list, manifest.plan)] != [*map(list, first.plan)]:
            message = f"{folder} and {first_folder} share the languages out in different ways"
            raise DocsError(message, hint=_AGAIN)
    numbers = Counter(manifest.number for manifest in found.values())
    twice = [number for number, times in numbers.items() if times > 1]
    missing = sorted(set(range(1, first.count + 1)) - numbers.keys())
    if twice:
        raise DocsError(f"shard {_listed(twice)} is there twice", hint="name each folder once")
    if missing:
        hint = "name the folders of all shards"
        raise DocsError(f"of {first.count} shards, {_listed(missing)} is missing", hint=hint)
    shares = Counter(code for share in first.plan for code in share)
    if dict(shares) != dict.fromkeys(first.made_from, 1):
        raise DocsError("the shards do not hold each language once", hint=_AGAIN)


def _check_files(folder: Path, manifest: Manifest) -> None:
    """Raise where a shard's files are not those that its manifest names."""
    files = snapshots.digests(folder / driver.SITE)
    differing = sorted(
        path
        for path in files.keys() | manifest.files.keys()
        if files.get(path) != manifest.files.get(path)
    )
    if differing:
        more = f" and {len(differing) - 1} more" if len(differing) > 1 else ""
        message = f"{folder / driver.SITE / differing[0]}{more}: not as the shard was built"
        raise DocsError(message, hint="bring the whole folder here again, or build it again")


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
