"""Work on many pages, spread over the cores of the machine by forked processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey

Task = tuple[str, PageKey]
"""A language, and a page in it."""
Work = Callable[[str, PageKey], Any]

FEWEST = 64
"""The number of pages from which on a process pays."""


def spread(tasks: Mapping[str, Task], work: Work, cores: int | None = None) -> dict[str, Any]:
    """Return by name what `work` makes of each page: plain data.

    A page is worked on in all languages by the same process, so that none reads an English page
    that another one reads. What can't be worked out is left out, and whatever its process had to
    do behind it: whoever asks for it one by one meets the error, and the first one first.
    """
    count = min(cores or os.cpu_count() or 1, len(tasks) // FEWEST) if hasattr(os, "fork") else 1
    ours, *theirs = _parts(tasks, max(count, 1))
    with _without_collecting():
        children = [_start(part, work) for part in theirs]
        found = _worked_out(ours, work)
        for process, results in children:
            found |= _received(results)
            process.join()
    return found


def _parts(tasks: Mapping[str, Task], count: int) -> list[dict[str, Task]]:
    """Return the tasks in so many parts of about the same size, none of which shares a page.

    In a part a page comes in all languages, and then the next one.
    """
    order = {key: number for number, key in enumerate(dict.fromkeys(k for _, k in tasks.values()))}
    parts: list[dict[str, Task]] = [{} for _ in range(count)]
    for name, task in sorted(tasks.items(), key=lambda entry: order[entry[1][1]]):
        parts[order[task[1]] % count][name] = task
    return parts


def _worked_out(tasks: Mapping[str, Task], work: Work) -> dict[str, Any]:
    found: dict[str, Any] = {}
    try:
        for name, task in tasks.items():
            found[name] = work(*task)
    except DocsError:
        pass
    return found


def _start(
    tasks: Mapping[str, Task], work: Work
) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    results, ours = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(ours, tasks, work), daemon=True)
    process.start()
    ours.close()
    return process, results


def _child(results: Connection, tasks: Mapping[str, Task], work: Work) -> None:
    results.send(_worked_out(tasks, work))


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
        gc.unfreeze()
        if was_on:
            gc.enable()
