"""Languages built side by side: English in this process, the others in processes forked from it.

There are as many as there are cores: what is imported and rendered is shared, what changes is not.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import tree
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.engine.builds import compiled, garbage
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.companions import frozen
from scripts.engine.builds.language import LanguageResult, Progress, Watcher, build_language
from scripts.engine.builds.messages import merged
from scripts.engine.markdown import segmenting
from scripts.engine.pages.parts import Part
from scripts.engine.publishing import output
from scripts.engine.store.results import PAGE

Make = Callable[[str, Watcher | None], LanguageResult]
"""Builds the language that it is given."""

_SELDOM = 0.05
"""How many seconds a process works on known pages before it tells again how far it is."""

_MUCH = 100
"""How many results there must be for a build to look for garbage before it shares what there is."""


def build_into(
    root: Path,
    target: Path,
    codes: Sequence[str],
    *,
    jobs: int | None = None,
    progress: Watcher | None = None,
    cache: Cache | None = None,
    parts: Mapping[str, Part] = MappingProxyType({}),
    together: bool = False,
    done: Callable[[LanguageResult], None] = lambda result: None,
) -> list[LanguageResult]:
    """Build languages below the folder `target`; nothing is published.

    `cache` holds the results of earlier builds and gets those of this one: by default the one on
    disk. Of the languages in `parts`, only these are made. English is built before the others,
    which find its pages made; or with them, `together`, where it has next to nothing to make.
    Where it had much to make, so has the next one, whose English pages all others show: that is
    built before the others, too. `done` is called with each result, while others are made.
    Each language's own `DocsError`, or whatever else ended its build, is in its result.
    """
    results: list[LanguageResult] = []
    known = cache or Cache.at(root)
    if known.together != together:
        known = replace(known, together=together)
    jobs = jobs or os.cpu_count() or 1

    def make(code: str, progress: Watcher | None, jobs: int = 1) -> LanguageResult:
        return build_language(root, target, code, known, progress, parts.get(code), jobs)

    with garbage.collected_rarely(), tree.shared(root) as pages:
        rest = [code for code in codes if code != SOURCE or together]
        if SOURCE in codes and not together:
            if pages and not known.has_read_english():
                segmenting.expect(lang for lang in pages.languages.all if lang.code in rest)
            results.append(make(SOURCE, progress, jobs))
            if results[0].error:
                return results
        if known.store.made[PAGE] > _MUCH:
            for _ in range(_alone(len(rest), jobs)):
                results.append(make(rest.pop(0), progress, jobs))
        if known.store.made.total() > _MUCH:
            gc.collect()  # pages, files and navigation go round, and would stay with each process
        known.store.close()  # an open file must not be carried into a fork
        with frozen():
            _build_forked(rest, jobs, make, progress, results, done)
    if any(result.again for result in results):
        known.spare.forget(SOURCE)  # the others have changed what stood there
        return build_into(
            *(root, target, codes),
            jobs=jobs,
            progress=progress,
            cache=known,
            parts=parts,
            done=done,
        )
    return [r for r in results if r.language == SOURCE and r.error] or results


def _alone(languages: int, jobs: int) -> int:
    """Return how many of the languages are built one by one, before the others side by side.

    The first, which makes what others show, and those that would leave a process without work.
    """
    return 1 + (languages - 1) % jobs if languages > 1 else 0


def check(results: Sequence[LanguageResult], *, strict: bool) -> None:
    """Raise one `DocsError` that tells all that went wrong, where anything did."""
    failed = [f"{r.language}: {r.error}" for r in results if r.error]
    if failed:
        raise DocsError("the build failed\n" + "\n".join(failed), hint="site/ is as it was before")
    warned = merged([(r.language, r.warnings) for r in results])
    if strict and warned:
        count = f"{len(warned)} warning{'s' * (len(warned) != 1)}"
        raise DocsError(
            f"the build has {count}, and --strict allows none\n" + "\n".join(warned),
            hint="site/ is as it was before",
        )


def _build_forked(
    codes: list[str],
    jobs: int,
    make: Make,
    progress: Watcher | None,
    results: list[LanguageResult],
    done: Callable[[LanguageResult], None],
) -> None:
    """Build languages in at most `jobs` forked processes, each of which builds one after another.

    What is first needed for one language, and for others too, a process then has. Their results
    are put behind those that there are.
    """
    waiting, told = list(codes), 0
    running: dict[Connection, _Worker] = {}
    try:
        while waiting or running or told < len(results):
            while waiting and len(running) < jobs:
                worker = _Worker.started(make)
                running[worker.connection] = worker.given(waiting.pop(0))
            for earlier in results[told:]:
                done(earlier)
            told = len(results)
            for connection in wait(list(running)) if running else ():
                assert isinstance(connection, Connection)
                worker = running.pop(connection)
                result = worker.receive(progress)
                if result is not None:
                    results.append(result)
                if result is None:
                    running[connection] = worker
                elif waiting and worker.process.is_alive():
                    running[connection] = worker.given(waiting.pop(0))
                else:
                    worker.leave()
    finally:
        for worker in running.values():
            worker.process.kill()
            worker.leave()


@dataclass
class _Worker:
    """A forked process, with the language that it builds."""

    process: ForkProcess
    connection: Connection
    code: str = ""

    @classmethod
    def started(cls, make: Make) -> _Worker:
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, ours, make), name="docs-languages")
        process.start()
        theirs.close()
        return cls(process, ours)

    def given(self, code: str) -> _Worker:
        """Let it build a language."""
        self.code = code
        with suppress(BrokenPipeError):  # it has died, as it tells when it is asked for a result
            self.connection.send(code)
        return self

    def receive(self, progress: Watcher | None) -> LanguageResult | None:
        """Return the result of its language if it has come to that; pass on how far it is."""
        try:
            message = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            error = f"its process ended with code {self.process.exitcode}"
            return LanguageResult(self.code, 0, 0, (), error)
        if isinstance(message, LanguageResult):
            return message
        if progress is not None:
            progress(message)
        return None

    def leave(self) -> None:
        """Let it end, and wait for that."""
        with suppress(BrokenPipeError):
            self.connection.send(None)  # processes forked later hold the connection open too
        self.connection.close()
        self.process.join()


def _seldom(tell: Watcher) -> Watcher:
    """Return what tells of pages as they are begun, and of how many are done now and then."""
    told = -_SELDOM

    def sparing(progress: Progress) -> None:
        nonlocal told
        now = time.monotonic()
        if progress.message or progress.pages_done == progress.pages_total or now >= told + _SELDOM:
            told = now
            tell(progress)

    return sparing


def _work(connection: Connection, theirs: Connection, make: Make) -> None:
    """Build the languages that come by the connection, until none comes or nobody is there."""
    theirs.close()
    logging.getLogger("mkdocs").handlers.clear()  # the parent tells the warnings
    with suppress(EOFError):
        while (code := connection.recv()) is not None:
            try:
                with output.told_when_full():
                    result = make(code, _seldom(connection.send))
            except DocsError as error:
                result = LanguageResult(code, 0, 0, (), str(error))
            connection.send(result)
            garbage.let_go()  # a language goes before the next one is made
    compiled.keep()
