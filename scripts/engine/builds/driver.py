"""The build of all languages: what is outdated is built aside and put in the place of the site."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import languages
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine.builds.ahead import Ahead
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.forking import build_into, check
from scripts.engine.builds.language import LanguageResult, Progress, Watcher, warm_up
from scripts.engine.builds.messages import merged
from scripts.engine.inputs import gate
from scripts.engine.inputs.computed import Computed
from scripts.engine.inputs.standing import Standing
from scripts.engine.pages.parts import Part
from scripts.engine.publishing import changes, previous, publication
from scripts.engine.publishing.previous import Previous
from scripts.engine.publishing.snapshots import Shelf, Snapshot, Source
from scripts.engine.store.digests import digest

__all__ = ["BuildReport", "LanguageResult", "Progress", "Watcher", "build", "build_into", "check"]

SITE = gate.SITE
_NO_PARTS: Mapping[str, Part] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How a build ended, language by language in the order they finished."""

    languages: tuple[LanguageResult, ...]
    seconds: float
    changes: changes.Changes | None = None
    """What changed since the last complete build; None where nothing is known of one."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """All warnings, what several languages have alike once, with these in front."""
        return merged([(r.language, r.warnings) for r in self.languages])


def build(
    root: Path,
    codes: Sequence[str] | None = None,
    *,
    jobs: int | None = None,
    strict: bool = False,
    use_cache: bool = True,
    progress: Watcher | None = None,
    ahead: Ahead | None = None,
) -> BuildReport:
    """Build the languages `codes` (all of them by default) into `site/` below `root`.

    `jobs` is how many languages are built at a time, as many as there are cores by default.
    Languages that are not built keep what `site/` holds of them; English is built with them where
    there is none. `use_cache=False` uses no result of an earlier build. `ahead` is what was begun
    before this module was imported.

    Raises `DocsError`, and leaves `site/` as it was, where a language can't be built, or with
    `strict` where one has warnings.
    """
    known = languages.load(root)
    wanted = [known[code].code for code in codes] if codes is not None else list(known.codes)
    if SOURCE not in wanted and not (root / SITE / "index.html").is_file():
        wanted.insert(0, SOURCE)  # the others use its fonts and scripts
    started = time.monotonic()
    last, changed = gate.load(root) if use_cache else None, None
    cache = Cache.at(root) if use_cache else Cache.nowhere(root)
    start = _Start.at(cache, known.codes, last, ahead)
    with previous.opened(root, last, start.standing) as before:
        results = start.unchanged(before)
        wanted = [code for code in wanted if code not in {result.language for result in results}]
        if wanted:
            with publication.folder(*(root, known.codes, wanted, before, start.standing)) as (
                built,
                found,
            ):
                cache = cache.before(start.computed, before, found)
                sources = changes.load(root)
                shelf = start.shelf(cache, (sources if use_cache else None) or {})
                changed = changes.between(sources, shelf.sources)
                few = changed is not None and changed.are_few
                results += start.make(
                    built, wanted, cache, shelf, jobs=jobs, progress=progress, few=few
                )
                check(results, strict=strict)
                publication.publish(root, built, wanted, known.codes)
                start.remember(results, before, shelf)
                found.remember(before, wanted)
    check(results, strict=strict)
    return BuildReport(tuple(results), time.monotonic() - started, changed)


def build_aside(
    root: Path,
    built: Path,
    codes: Sequence[str],
    *,
    jobs: int | None = None,
    use_cache: bool = True,
    progress: Watcher | None = None,
    parts: Mapping[str, Part] = _NO_PARTS,
    ready: Callable[[Shelf], None] = lambda shelf: None,
) -> tuple[BuildReport, Shelf]:
    """Build languages below the folder `built`, whatever `site/` holds; nothing is published.

    Of the languages in `parts`, only these are made. The shelf tells what the languages are made
    from; `ready` is called with it before any is built. Raises `DocsError` where the sources
    changed meanwhile.
    """
    started = time.monotonic()
    cache = Cache.at(root) if use_cache else Cache.nowhere(root)
    start = _Start.at(cache, languages.load(root).codes)
    cache = cache.before(start.computed)
    shelf = start.shelf(cache)
    ready(shelf)
    results = start.make(built, codes, cache, shelf, jobs=jobs, progress=progress, parts=parts)
    if gate.look(root) != start.seen:
        raise DocsError("the sources changed while they were built", hint="build again")
    return BuildReport(tuple(results), time.monotonic() - started), shelf


@dataclass(frozen=True)
class _Start:
    """What a build begins with: the inputs as they stand, and what is known of the last build."""

    root: Path
    codes: tuple[str, ...]
    seen: gate.Look
    last: gate.LastBuild | None
    standing: Standing
    """What the last build left."""
    computed: Computed
    is_warm: bool
    """Whether what languages need is loaded."""

    @classmethod
    def at(
        cls,
        cache: Cache,
        codes: tuple[str, ...],
        last: gate.LastBuild | None = None,
        ahead: Ahead | None = None,
    ) -> _Start:
        root = cache.root
        seen = ahead.seen if ahead else gate.look(root)
        if last and last.outdated(seen) == set():
            left = Standing.of(root, last.counts)
            return cls(root, codes, seen, last, left, Computed(last.computed), is_warm=False)
        ahead = ahead or Ahead.of(root, seen, last, remembers=cache.is_kept)
        is_warm = not last or (root / SITE).is_dir()  # else all may be in the cache
        if is_warm:
            warm_up(root, cache)
        computed, left = ahead.found.result()
        return cls(root, codes, seen, last, left, computed, is_warm)

    def shelf(self, cache: Cache, known: Mapping[str, Source] = MappingProxyType({})) -> Shelf:
        """Return the shelf for the sources as they stand, of which some are `known`."""
        base = digest([cache.fingerprint, self.computed.digests])
        shelf = Shelf.of(self.root, cache.store, self.codes, base=base, known=known)
        cache.sources.know({path: source.digest for path, source in shelf.sources.items()})
        return shelf

    def unchanged(self, before: Previous) -> list[LanguageResult]:
        """Return the results of the last build that still hold, where its site does."""
        last = self.last
        if last is None or before is previous.NOTHING or self.computed.digests != last.computed:
            return []
        if (outdated := last.outdated(self.seen)) is None:
            return []
        return [
            LanguageResult(
                code, 0, last.counts.get(code, 0), tuple(last.warnings.get(code, ())), reused=True
            )
            for code in self.codes
            if code not in outdated
        ]

    def make(
        self,
        built: Path,
        wanted: Sequence[str],
        cache: Cache,
        shelf: Shelf,
        *,
        jobs: int | None,
        progress: Watcher | None,
        parts: Mapping[str, Part] = _NO_PARTS,
        few: bool = False,
    ) -> list[LanguageResult]:
        """Build languages below the folder `built`, or put back what was built of the same.

        `few` says that only the text of a few pages changed since the last build. What is built
        on top of the last site is not kept whole: the pages that changed are.
        """
        on_top = cache.previous is not previous.NOTHING
        found = {} if on_top else shelf.restore(built, wanted)
        rest = [*(code for code in wanted if code not in found), *parts]
        gathered = {}
        if rest and not self.is_warm:
            warm_up(self.root, cache)

        def gather(result: LanguageResult) -> None:
            if cache.is_kept and not on_top and not result.error and not result.part:
                gathered[result.language] = shelf.gathered(
                    *(result.language, built, result.outputs),
                    pages=result.pages,
                    warnings=result.warnings,
                )

        made = build_into(
            self.root,
            built,
            rest,
            jobs=jobs,
            progress=progress,
            cache=cache,
            parts=parts,
            together=few and on_top and cache.spare.folder is not None,
            done=gather,
        )
        whole = gathered and not any(result.error for result in made)
        if whole and gate.look(self.root) == self.seen:  # else who knows what it was made from
            shelf.keep(gathered)
        return [*(_restored(code, snapshot) for code, snapshot in found.items()), *made]

    def remember(self, results: Sequence[LanguageResult], before: Previous, shelf: Shelf) -> None:
        """Remember the site as complete, if all its languages are of one moment."""
        if {result.language for result in results} != set(self.codes):
            return
        anew = None if before is previous.NOTHING else {r.language for r in results if not r.reused}
        found = digest(gate.output_entries(self.root, before.entries, anew)).hex()
        outputs = {
            r.language: before.outputs.get(r.language, {}) if r.reused else r.outputs
            for r in results
        }
        previous.save(self.root, found, outputs)
        warnings = {result.language: list(result.warnings) for result in results}
        counts = {result.language: result.pages for result in results}
        changes.remember(self.root, shelf.sources)
        gate.save(
            self.root, gate.LastBuild(self.seen, found, warnings, counts, self.computed.digests)
        )


def _restored(code: str, snapshot: Snapshot) -> LanguageResult:
    return LanguageResult(code, 0, snapshot.pages, snapshot.warnings, restored=True)
