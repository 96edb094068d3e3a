"""Work on many pages, spread over the cores of the machine by forked processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey

Task = tuple[str, PageKey]
"""A language, and a page in it."""
Work = Callable[[str, PageKey], Any]

FEWEST = 64
"""The number of pages from which on a process pays."""
_BYTES = 2
"""What a number takes."""
_MOST_PARTS = 256
"""The parts of which every system's pipes hold the numbers."""


def spread(tasks: Mapping[str, Task], work: Work, cores: int | None = None) -> dict[str, Any]:
    """Return by name what `work` makes of each page: plain data.

    A page is worked on in all languages by the same process, so that none reads an English page
    that another one reads. Whoever is done with a page takes the next one that nobody has taken. A
    process ends at what can't be worked out, and leaves it out: whoever asks for it one by one
    meets the error, and the first one first.
    """
    count = min(cores or os.cpu_count() or 1, len(tasks) // FEWEST) if hasattr(os, "fork") else 1
    parts = _parts(tasks)
    with _numbers(len(parts)) as numbers, _without_collecting():
        children = [_start(numbers, parts, work) for _ in range(count - 1)]
        found = _worked_out(numbers, parts, work)
        for process, results in children:
            found |= _received(results)
            process.join()
    return found


def _parts(tasks: Mapping[str, Task]) -> list[dict[str, Task]]:
    """Return the tasks in parts that share no page: each a page in all languages, or several."""
    pages: dict[PageKey, dict[str, Task]] = {}
    for name, task in tasks.items():
        pages.setdefault(task[1], {})[name] = task
    parts: list[dict[str, Task]] = [{} for _ in range(min(len(pages), _MOST_PARTS))]
    for number, page in enumerate(pages.values()):
        parts[number % _MOST_PARTS] |= page
    return parts


@contextmanager
def _numbers(count: int) -> Iterator[int]:
    """Give a pipe with so many numbers: of the processes that read it, each gets others."""
    numbers, given = os.pipe()
    try:
        os.write(given, b"".join(n.to_bytes(_BYTES, "big") for n in range(count)))
        os.close(given)
        yield numbers
    finally:
        os.close(numbers)


def _worked_out(numbers: int, parts: Sequence[Mapping[str, Task]], work: Work) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with suppress(DocsError):
        while number := os.read(numbers, _BYTES):
            for name, task in parts[int.from_bytes(number, "big")].items():
                found[name] = work(*task)
    return found


def _start(
    numbers: int, parts: Sequence[Mapping[str, Task]], work: Work
) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    results, ours = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(ours, numbers, parts, work), daemon=True)
    process.start()
    ours.close()
    return process, results


def _child(
    results: Connection, numbers: int, parts: Sequence[Mapping[str, Task]], work: Work
) -> None:
    results.send(_worked_out(numbers, parts, work))


def _received(results: Connection) -> dict[str, Any]:
    """Return what a process sends; nothing where it has been ended."""
    with results:
        try:
            found: dict[str, Any] = results.recv()
        except EOFError:
            return {}
    return found


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Don't look for garbage: pages stay, and little goes round."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()  # what is shared is not touched, and so stays shared
    try:
        yield
    finally:
        gc.freeze()  # and then old: what was made in the meantime is not looked through at once
        gc.unfreeze()
        if was_on:
            gc.enable()
