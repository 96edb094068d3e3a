"""An event loop in a thread of its own, that can be left however badly the code in it behaves."""

from __future__ import annotations

import asyncio
import concurrent.futures
import concurrent.futures.thread
import ctypes
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from scripts.docsite.exchanges import faults, guards
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.guards import Guard

T = TypeVar("T")

GRACE = 1.0
"""How long, in seconds, code may take to end after it was asked to."""

_STEP = 0.01
_HINT = "let it end: stop a stream after a few parts, wait for nothing long"


class Interrupt(SystemExit):
    """What is raised in a thread that does not end by itself."""


class LoopThread:
    """Runs coroutines one after the other in a guarded thread, and gives up on those that hang."""

    def __init__(self, guard: Guard) -> None:
        """Start the thread; everything that it does is watched by the guard."""
        self._guard = guard
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._main, name="example", daemon=True)
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._pending: concurrent.futures.Future[Any] | None = None
        self._interrupted = False
        self._thread.start()
        self._ready.wait()

    def _main(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve())
        except SystemExit as error:
            self._interrupted = self._interrupted or isinstance(error, Interrupt)
        except (RuntimeError, asyncio.CancelledError):
            self._interrupted = True  # the loop was stopped while it cleaned up
        finally:
            self._ready.set()
            pending = self._pending
            if pending is not None and not pending.done():
                pending.cancel()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda _loop, _context: None)
        self._stop = asyncio.Event()
        self._ready.set()
        await self._stop.wait()

    @property
    def usable(self) -> bool:
        """Whether coroutines can still be run: nothing has ended or blocked the thread."""
        return self._thread.is_alive() and not self._interrupted

    def call(self, make: Callable[[], Coroutine[Any, Any, T]], limit: float) -> T:
        """Run a coroutine and return its result.

        Raises `Faulty` where it does not end within `limit` seconds or ends the interpreter.
        """
        if not self.usable:
            raise self._gone()
        future = asyncio.run_coroutine_threadsafe(make(), self._loop)
        self._pending = future
        try:
            return future.result(limit + GRACE)
        except concurrent.futures.TimeoutError:
            self._interrupted = True
            self._interrupt_until(future.done)
            future.cancel()
            raise _never_ends(limit) from None
        except SystemExit as error:
            raise self._gone() from error
        except concurrent.futures.CancelledError:
            raise self._gone() from None

    def _gone(self) -> Faulty:
        if self._interrupted:
            return Faulty(faults.NEVER_ENDS, "the example had to be stopped", _HINT)
        return Faulty(faults.EXITS, "the example calls exit()", guards.EXIT_HINT)

    def close(self) -> None:
        """End the loop and every thread that the example started; keep a fault for those left."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        names = self._wait(GRACE)
        if not names:
            return
        if not self._interrupted:  # else the thread that hangs is told already
            message = f"the example leaves a thread running: {', '.join(names)}"
            hint = "end it in the lifespan function, or wait for it"
            self._guard.kept.append(Fault(faults.LEAVES_THREAD, message, hint))
        self._interrupt_until(lambda: not self._left())
        for ident in self._left():
            guards.watch().condemned.add(ident)
        awaited: Any = concurrent.futures.thread._threads_queues
        for thread in list(awaited):
            if thread.ident in self._left():  # the interpreter would wait for it when it ends
                awaited.pop(thread, None)

    def _left(self) -> list[int]:
        """Return the threads that are alive and were started since the guard is up."""
        return [ident for ident in sys._current_frames() if ident not in self._guard.outsiders]

    def _wait(self, limit: float) -> list[str]:
        """Wait for the threads to end; return the names of those that do not."""
        end = time.monotonic() + limit
        while self._left() and time.monotonic() < end:
            time.sleep(_STEP / 10)
        known = {thread.ident: thread.name for thread in threading.enumerate()}
        return [known.get(ident, f"thread {ident}") for ident in self._left()]

    def _interrupt_until(self, done: Callable[[], bool]) -> None:
        """Raise an exception in every guarded thread until `done`, or for a short while."""
        end = time.monotonic() + GRACE
        while not done() and time.monotonic() < end:
            for ident in self._left():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(ident), ctypes.py_object(Interrupt)
                )
            time.sleep(_STEP)


def _never_ends(limit: float) -> Faulty:
    return Faulty(
        faults.NEVER_ENDS,
        f"the example does not end within {limit:g} seconds",
        _HINT,
    )
