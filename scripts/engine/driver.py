"""The build of all languages: English first, then the others side by side.

English is built in this process. The others are forked from it, one process a language, as many
at a time as there are cores: what is imported and rendered is shared, what changes is not.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine import cache as cache_room
from scripts.engine import gate, output, previous, snapshots
from scripts.engine.cache import Cache
from scripts.engine.language import LanguageResult, Progress, Watcher, build_language
from scripts.engine.previous import Outputs

__all__ = ["BuildReport", "LanguageResult", "Progress", "Watcher", "build", "build_into", "check"]

SITE = gate.SITE


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build ended, language by language in the order they finished."""

    languages: tuple[LanguageResult, ...]
    seconds: float

    @property
    def warnings(self) -> tuple[str, ...]:
        """All warnings, each with its language in front."""
        return tuple(f"{r.language}: {text}" for r in self.languages for text in r.warnings)


def build(
    root: Path,
    codes: Sequence[str] | None = None,
    *,
    jobs: int | None = None,
    strict: bool = False,
    use_cache: bool = True,
    progress: Watcher | None = None,
) -> BuildReport:
    """Build the languages `codes` (all of them by default) into `site/` below `root`.

    `jobs` is how many languages are built at a time, as many as there are cores by default.
    Languages that are not built keep what `site/` holds of them; English is built with them where
    there is none. `use_cache=False` uses no result
    of an earlier build. Raises `DocsError`, and leaves
    `site/` as it was, where a language can't be built, or with `strict` where one has warnings.
    """
    known = languages.load(root)
    wanted = [known[code].code for code in codes] if codes is not None else list(known.codes)
    if SOURCE not in wanted and not (root / SITE / "index.html").is_file():
        wanted.insert(0, SOURCE)  # the others use its fonts and scripts
    started = time.monotonic()
    seen = gate.look(root)
    last = gate.load(root) if use_cache else None
    outdated = last.outdated(seen, root) if last else None
    computed = last.computed if last and outdated == set() else cache_room.computed(root)
    if last and computed != last.computed:
        outdated = None
    results = []
    if last and outdated is not None:
        results = [_unchanged(code, last) for code in known.codes if code not in outdated]
        wanted = [code for code in wanted if code in outdated]
    if wanted:
        with (
            output.staging(root) as folder,
            output.told_when_full(),
            previous.opened(root, last) as before,
        ):
            built = folder / SITE
            built.mkdir()
            cache = Cache.nowhere(root)
            if use_cache:
                cache = Cache.at(root, previous=before, computed=computed)
            shelf = snapshots.Shelf.of(root, cache.store, known.codes, computed=computed)
            found = shelf.restore(built, wanted)
            restored = [_restored(code, snapshot) for code, snapshot in found.items()]
            rest = [code for code in wanted if code not in found]
            made = build_into(root, built, rest, jobs=jobs, progress=progress, cache=cache)
            results += restored + made
            check(results, strict=strict)
            fresh = before is previous.NOTHING
            if fresh and gate.look(root) == seen:  # else nobody knows what the site was made from
                _record(shelf, built, made)
            _publish(root, built, wanted, known.codes)
            outputs = {r.language: before.outputs.get(r.language, {}) for r in results if r.reused}
        _remember(root, seen, results, known.codes, computed, outputs)
    check(results, strict=strict)
    return BuildReport(tuple(results), time.monotonic() - started)


def _restored(code: str, snapshot: snapshots.Snapshot) -> LanguageResult:
    return LanguageResult(code, 0, snapshot.pages, snapshot.warnings, restored=True)


def _record(shelf: snapshots.Shelf, built: Path, made: Sequence[LanguageResult]) -> None:
    """Keep what was built, so that it can be put back when the sources are the same again."""
    for result in made:
        shelf.record(result.language, built, pages=result.pages, warnings=result.warnings)
    shelf.store.flush()


def _publish(root: Path, built: Path, wanted: Sequence[str], codes: Sequence[str]) -> None:
    """Put what was built in the place of what `site/` held of it; the rest stays."""
    gate.forget(root)
    site = root / SITE
    if SOURCE not in wanted:
        _carry_over(site, built, codes)
    keep = [code for code in codes if code not in wanted and code != SOURCE]
    output.publish(root, built, site, keep=keep)


def _unchanged(code: str, last: gate.LastBuild) -> LanguageResult:
    warnings = tuple(last.warnings.get(code, ()))
    return LanguageResult(code, 0, last.counts.get(code, 0), warnings, reused=True)


def _remember(
    root: Path,
    seen: gate.Look,
    results: Sequence[LanguageResult],
    codes: Sequence[str],
    computed: str,
    outputs: dict[str, Outputs],
) -> None:
    """Remember the site as complete, if all its languages are of one moment.

    `outputs` are those of the languages that were not built.
    """
    if {result.language for result in results} == set(codes):
        warnings = {result.language: list(result.warnings) for result in results}
        counts = {result.language: result.pages for result in results}
        found = gate.output_digest(root)
        made = {result.language: result.outputs for result in results if not result.reused}
        previous.save(root, found, {**outputs, **made})
        gate.save(root, gate.LastBuild(seen, found, warnings, counts, computed))


def build_into(
    root: Path,
    target: Path,
    codes: Sequence[str],
    *,
    jobs: int | None = None,
    progress: Watcher | None = None,
    cache: Cache | None = None,
) -> list[LanguageResult]:
    """Build languages below the folder `target`; nothing is published.

    `cache` holds the results of earlier builds and gets those of this one: by default the one on
    disk.
    Each language's own `DocsError`, or whatever else ended its build, is in its result.
    """
    results = []
    cache = cache or Cache.at(root)
    if SOURCE in codes:
        results.append(build_language(root, target, SOURCE, cache, progress))
        if results[0].error:
            return results
    rest = [code for code in codes if code != SOURCE]
    return results + _build_forked(root, target, rest, jobs or os.cpu_count() or 1, cache, progress)


def check(results: Sequence[LanguageResult], *, strict: bool) -> None:
    """Raise one `DocsError` that tells all that went wrong, where anything did."""
    failed = [f"{r.language}: {r.error}" for r in results if r.error]
    if failed:
        raise DocsError("the build failed\n" + "\n".join(failed), hint="site/ is as it was before")
    warned = [f"{r.language}: {text}" for r in results for text in r.warnings]
    if strict and warned:
        raise DocsError(
            f"the build has {len(warned)} warnings, and --strict allows none\n" + "\n".join(warned),
            hint="site/ is as it was before",
        )


def _build_forked(
    root: Path, target: Path, codes: list[str], jobs: int, cache: Cache, progress: Watcher | None
) -> list[LanguageResult]:
    """Build languages in forked processes, at most `jobs` at a time."""
    context = multiprocessing.get_context("fork")
    waiting = list(codes)
    running: dict[Connection, tuple[str, ForkProcess]] = {}
    results: list[LanguageResult] = []
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                ours, theirs = context.Pipe(duplex=False)
                code = waiting.pop(0)
                process = context.Process(
                    target=_child, args=(theirs, root, target, code, cache), name=f"docs-{code}"
                )
                process.start()
                theirs.close()
                running[ours] = (code, process)
            for connection in wait(list(running)):
                assert isinstance(connection, Connection)
                result = _receive(connection, *running[connection], progress)
                if result is not None:
                    results.append(result)
                    running.pop(connection)[1].join()
                    connection.close()
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
    return results


def _receive(
    connection: Connection, code: str, process: ForkProcess, progress: Watcher | None
) -> LanguageResult | None:
    try:
        message = connection.recv()
    except EOFError:
        process.join()
        return LanguageResult(code, 0, 0, (), f"its process ended with code {process.exitcode}")
    if isinstance(message, LanguageResult):
        return message
    if progress is not None:
        progress(message)
    return None


def _child(connection: Connection, root: Path, target: Path, code: str, cache: Cache) -> None:
    logging.getLogger("mkdocs").handlers.clear()  # the parent tells the warnings
    try:
        with output.told_when_full():
            result = build_language(root, target, code, cache, connection.send)
    except DocsError as error:
        result = LanguageResult(code, 0, 0, (), str(error))
    connection.send(result)
    connection.close()


def _carry_over(site: Path, built: Path, codes: Sequence[str]) -> None:
    """Take what `site/` holds of English into a build without English."""
    if not site.is_dir():
        return
    for entry in site.iterdir():
        if entry.name not in codes and not (built / entry.name).exists():
            output.link_tree(entry, built / entry.name)
