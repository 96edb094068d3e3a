"""The one thread that builds: others hand it work, and wait for what comes of it."""

from __future__ import annotations

import gc
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

QUIET = 2.0
"""Seconds without work after which it does what was put off."""


class Builder:
    """Does one thing at a time, in the order asked for; when nobody asks, what was put off.

    It ends with the process: nothing it does has to be finished.
    """

    def __init__(self, idle: Callable[[], bool]) -> None:
        self._idle = idle
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="builder", daemon=True).start()

    def do(self, job: Callable[[], T]) -> T:
        """Have something done; return what comes of it, or raise what it raised."""
        future: Future[T] = Future()
        self._jobs.put((future, job))
        return future.result()

    def _work(self) -> None:
        pause: float | None = None
        while True:
            try:
                future, job = self._jobs.get(timeout=pause)
            except queue.Empty:
                # Rubbish is collected when nobody waits: it takes as long as reading ten pages.
                pause = 0 if self._idle() else None
                if pause is None:
                    gc.collect()
                    gc.freeze()
                continue
            pause = QUIET
            try:
                future.set_result(job())
            except BaseException as error:  # whoever asked gets it
                future.set_exception(error)
