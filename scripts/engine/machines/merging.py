"""The parts of a site that several machines built, put together to the whole."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.engine.builds import driver
from scripts.engine.inputs import gate
from scripts.engine.machines import costs
from scripts.engine.machines.costs import Measured
from scripts.engine.machines.joining import Join, Joined
from scripts.engine.machines.shards import MANIFEST, VERSION, Manifest, part_file
from scripts.engine.publishing import output, snapshots

_AGAIN = "build the shards again, all from the same commit and with the same `.cache/engine`"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge put together."""

    shards: int
    languages: int
    files: int
    joined: Sequence[Joined] = ()
    """The languages that several shards had parts of."""
    damaged: Sequence[Path] = ()
    """The parts of which something could not be used, and was made again."""


def merge(
    root: Path,
    folders: Sequence[Path],
    *,
    strict: bool = False,
    progress: driver.Watcher | None = None,
) -> Merged:
    """Put the site together from the folders of all its shards, as `site/` below `root`.

    A language that was split is built here from its parts. Raises `DocsError` where a shard is
    missing, foreign, damaged or there twice, where they were not made from the same, and where
    what is built here fails, or with `strict` has warnings: then nothing is written.
    """
    found = {folder: _manifest(folder) for folder in folders}
    _check_together(found)
    join = _join(found)
    holders: dict[str, Path] = {}
    for folder, manifest in found.items():
        _check_files(folder, manifest)
        for path in manifest.files:
            if (other := holders.setdefault(path, folder)) != folder:
                raise DocsError(f"{other} and {folder} both hold {path}", hint=_AGAIN)
    with output.staging(root) as aside, output.told_when_full():
        built = aside / driver.SITE
        built.mkdir()
        joined = join.build(root, built, strict=strict, progress=progress)
        for folder, manifest in found.items():
            for path in manifest.files:
                (built / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / driver.SITE / path, built / path)
        files = sum(path.is_file() for path in built.rglob("*"))
        gate.forget(root)
        output.publish(root, built, root / driver.SITE)
    costs.remember(root, _measured(found.values(), joined))
    languages = len({code for manifest in found.values() for code in manifest.share})
    return Merged(len(found), languages, files, joined, join.damaged)


def _join(found: Mapping[Path, Manifest]) -> Join:
    """Return what is to be done with the parts of languages; raises where a part is not there."""
    files: dict[str, list[Path]] = {}
    made_from: Mapping[str, str] = {}
    for folder, manifest in found.items():
        made_from = manifest.made_from
        for code in (code for code, pages in manifest.share.items() if pages is not None):
            file = part_file(folder, code)
            if not file.is_file():
                hint = "bring the whole folder here again, or build it again"
                raise DocsError(f"{file} is missing: the shard's part of {code}", hint=hint)
            files.setdefault(code, []).append(file)
    return Join(files, made_from)


def _measured(manifests: Iterable[Manifest], joined: Sequence[Joined]) -> Measured:
    """Return what was measured: what a split language takes is its parts and the rest here."""
    known = Measured()
    pages: dict[str, list[str]] = {}
    for manifest in manifests:
        known |= Measured(**manifest.measured)
        for code, paths in manifest.share.items():
            pages.setdefault(code, []).extend(paths or ())
    languages = {}
    for result in (each.result for each in joined if not each.result.restored):
        seconds = [known.pages.get(path) for path in pages[result.language]]
        if all(seconds):
            languages[result.language] = round(result.seconds + sum(filter(None, seconds)), 3)
    return known | Measured(languages)


def _manifest(folder: Path) -> Manifest:
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        if manifest.version != VERSION:
            raise ValueError("it is of another version")
        if not 1 <= manifest.number <= manifest.count == len(manifest.plan):
            raise ValueError("its numbers do not go together")
        if not all(isinstance(share, dict) for share in manifest.plan):
            raise ValueError("its plan is none")
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
        if manifest.plan != first.plan:
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
    if not _is_whole(first):
        raise DocsError("the shards do not hold each language once", hint=_AGAIN)


def _is_whole(manifest: Manifest) -> bool:
    """Return whether the plan has each language once: as a whole, or each of its pages."""
    shares = [entry for share in manifest.plan for entry in share.items()]
    done = Counter((code, page) for code, pages in shares for page in pages or [""])
    wholes = {code for code, pages in shares if pages is None}
    parts = {code for code, pages in shares if pages is not None}
    one_way = not wholes & parts and wholes | parts == manifest.made_from.keys()
    return one_way and set(done.values()) <= {1}


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
