"""Processes that make the pages of one language side by side, for the one that builds it.

English comes first, and while it is made nothing else can be: with one process the other cores
would have nothing to do. What the companions make is put into the store, as if an earlier build
had left it there; the code blocks that they highlight are known to who comes after them. What they
could not make, or did not hand over, is made as ever, and so a page that is wrong is told of by
who builds.
"""

from __future__ import annotations

import gc
import logging
import mmap
import multiprocessing
import pickle
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkContext
from typing import IO

from scripts.engine.builds import compiled
from scripts.engine.builds.timing import Clock
from scripts.engine.markdown import highlighting, segmenting
from scripts.engine.store.results import New, Store

Make = Callable[[str], None]
"""Makes the page that it is given the path of; its results go into the store."""

ENOUGH = 16
"""How many pages there must be to make for companions to be worth their start."""

_WIDTH = 8
_PATIENCE = 10.0
"""Seconds after which a companion counts as gone that holds what all need to agree."""


@dataclass(frozen=True, slots=True)
class Company:
    """The companions that make pages of a language, if many are to be made."""

    count: int
    clock: Clock
    """Is told what each page took that they made."""


def make_all(
    in_order: Sequence[str], others: Sequence[str], make: Make, store: Store, count: int
) -> Mapping[str, float]:
    """Make pages in `count` processes; return the seconds that each took that was made.

    Those `in_order` are made by one process, one after the other, the `others` by whoever has
    nothing else to do. A companion ends with the page at which `make` raises, and hands nothing
    of that over.
    """
    context = multiprocessing.get_context("fork")
    queue = _Queue(context, others)
    store.close()  # an open file must not be carried into a fork
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        stack.enter_context(frozen())
        running = []
        for number in range(count):
            file = stack.enter_context(tempfile.TemporaryFile())
            first = () if number else in_order
            target = (first, queue, make, store, file)
            process = context.Process(target=_accompany, args=target, name=f"companion-{number}")
            process.start()
            stack.callback(process.join)
            stack.callback(process.kill)
            running.append((process, file))
        segmenting.load_expected()
        for process, file in running:
            process.join()
            if process.exitcode == 0:
                seconds |= _take_over(file, store)
    return seconds


class _Queue:
    """Pages of which every process takes the next one that nobody took."""

    def __init__(self, context: ForkContext, paths: Sequence[str]) -> None:
        self._paths = paths
        self._lock = context.Lock()
        self._next = mmap.mmap(-1, _WIDTH)

    def __iter__(self) -> Iterator[str]:
        while (number := self._take()) < len(self._paths):
            yield self._paths[number]

    def _take(self) -> int:
        if not self._lock.acquire(timeout=_PATIENCE):
            return len(self._paths)
        try:
            number = int.from_bytes(self._next[:], "big")
            self._next[:] = (number + 1).to_bytes(_WIDTH, "big")
            return number
        finally:
            self._lock.release()


@contextmanager
def frozen() -> Iterator[None]:
    """Let what is there be shared: to look for garbage in it would touch it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _accompany(
    first: Sequence[str], queue: _Queue, make: Make, store: Store, file: IO[bytes]
) -> None:
    """Make pages, and write into `file` what each took and all that is new since."""
    logging.getLogger("mkdocs").handlers[:] = [logging.NullHandler()]
    highlighted = highlighting.count()
    seconds: dict[str, float] = {}
    news: list[New] = []
    for paths in (first, queue):
        for path in paths:
            started, known = time.perf_counter(), store.count()
            try:
                make(path)
            except BaseException:  # who builds comes to the page, and tells what is wrong with it
                break
            seconds[path] = time.perf_counter() - started
            news += store.news(known)
    pickle.dump((seconds, news, highlighting.news(highlighted)), file)
    file.flush()
    compiled.keep()


def _take_over(file: IO[bytes], store: Store) -> Mapping[str, float]:
    file.seek(0)
    seconds, news, highlighted = pickle.load(file)
    store.take(news)
    highlighting.take(highlighted)
    return dict(seconds)
