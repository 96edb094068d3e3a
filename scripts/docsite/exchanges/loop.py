"""An event loop in a thread of its own, that can be left however badly the code in it behaves."""

from __future__ import annotations

import asyncio
import concurrent.futures
import concurrent.futures.thread
import contextlib
import ctypes
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from scripts.docsite.exchanges import faults, guards
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.guards import Guard

T = TypeVar("T")

GRACE = 2.0
"""How long, in seconds, code may take at most to end after it was asked to."""

_STEP = 0.01
_HINT = "let it end: stop a stream after a few parts, wait for nothing long"


class LoopThread:
    """Runs coroutines one after the other in a guarded thread, and gives up on those that hang."""

    def __init__(self, guard: Guard, grace: float = GRACE) -> None:
        """Start the thread; everything that it does is watched by the guard."""
        self._guard = guard
        self._grace = grace
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._pending: concurrent.futures.Future[Any] | None = None
        self._broken: Faulty | None = None
        self._thread = threading.Thread(target=self._main, name="example")
        guard.start(self._thread)
        self._ready.wait()

    def _main(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve())
        finally:
            self._ready.set()
            if self._pending is not None:
                self._pending.cancel()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda _loop, _context: None)
        self._stop = asyncio.Event()
        self._ready.set()
        await self._stop.wait()

    @property
    def usable(self) -> bool:
        """Whether coroutines can still be run: nothing has ended or blocked the thread."""
        return self._broken is None and self._thread.is_alive()

    def call(self, make: Callable[[], Coroutine[Any, Any, T]], limit: float) -> T:
        """Run a coroutine and return its result.

        Raises `Faulty` where it does not end within `limit` seconds or ends the interpreter.
        """
        if self._broken is not None:
            raise self._broken
        future = asyncio.run_coroutine_threadsafe(make(), self._loop)
        self._pending = future
        try:
            return future.result(limit + self._grace)
        except concurrent.futures.TimeoutError:
            self._broken = Faulty(
                faults.NEVER_ENDS, f"the example does not end within {limit:g} seconds", _HINT
            )
            self._interrupt_until(future.done)
            future.cancel()
        except (SystemExit, concurrent.futures.CancelledError):
            self._broken = Faulty(faults.EXITS, "the example calls exit()", guards.EXIT_HINT)
        raise self._broken

    def close(self) -> None:
        """End the loop and every thread that the example started; keep a fault for those left."""
        with contextlib.suppress(RuntimeError):  # the example has ended it
            self._loop.call_soon_threadsafe(self._stop.set)
        self._guard.dismiss()
        end = time.monotonic() + self._grace
        while self._guard.alive() and time.monotonic() < end:
            time.sleep(_STEP / 10)
        left = self._guard.alive()
        if not left:
            return
        if self._broken is None:  # else the thread that hangs is told already
            message = f"the example leaves a thread running: {', '.join(t.name for t in left)}"
            hint = "end it in the lifespan function, or wait for it"
            self._guard.kept.append(Fault(faults.LEAVES_THREAD, message, hint))
        self._interrupt_until(lambda: not self._guard.alive())
        awaited: Any = concurrent.futures.thread._threads_queues
        for thread in self._guard.alive():
            guards.watch().condemn(thread)
            awaited.pop(thread, None)  # the interpreter would wait for it when it ends

    def _interrupt_until(self, done: Callable[[], bool]) -> None:
        """Raise an exception in every guarded thread until `done`, or for a short while."""
        end = time.monotonic() + self._grace
        while not done() and time.monotonic() < end:
            for thread in self._guard.alive():
                _interrupt(thread.ident or 0)


class _Cleared(BaseException):
    """Raised in the thread that interrupts others, and caught there at once."""


def _interrupt(thread: int) -> None:
    """Raise `SystemExit` in a thread that runs Python code; leave one that is blocked as it is.

    A thread that is blocked in C takes the exception only when it returns. Until then CPython
    3.11 has all threads look for it again and again: they are slow, and one that is traced for
    coverage loops for ever at the next call of a function. So the exception is taken back after
    a moment, and the signal is cleared by raising something here. No Python function is called
    in between.
    """
    raise_in, sleep, size = ctypes.pythonapi.PyThreadState_SetAsyncExc, time.sleep, ctypes.c_ulong
    other, own = size(thread), size(threading.get_ident())
    exits, cleared, nothing = ctypes.py_object(SystemExit), ctypes.py_object(_Cleared), None
    try:
        raise_in(other, exits)
        sleep(_STEP)
        raise_in(other, nothing)
        raise_in(own, cleared)
        while True:
            sleep(0)
    except _Cleared:
        pass
