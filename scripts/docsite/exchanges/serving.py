"""An example app, served in process: guarded, in a folder of its own, with its lifespan."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import apps, guards
from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.asgi import Answer, Client
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.guards import Guard
from scripts.docsite.exchanges.loop import GRACE, LoopThread
from scripts.docsite.exchanges.wire import Sent

T = TypeVar("T")

LIMIT = 10.0
"""How long, in seconds, an example may take for its import, its start-up, or one request."""


class Served:
    """A running example: takes requests, and tells what the example did that it must not."""

    def __init__(
        self, example: ExampleFile, app: Any, guard: Guard, loop: LoopThread, limit: float
    ):
        """Take the app object; `start` it before the first request."""
        self.example = example
        self.app = app
        self.limit = limit
        self._guard = guard
        self._loop = loop
        self._client: Client

    def start(self) -> None:
        """Start the app up; raises `Faulty` where it fails."""

        async def start() -> None:
            self._client = Client(self.app, self.example.root / SOURCES)
            await self._client.start()

        self._loop.call(start, self.limit)

    def stop(self) -> None:
        """Shut the app down; raises `Faulty` where it fails."""
        self._loop.call(lambda: self._client.stop(), self.limit)

    def request(self, sent: Sent) -> Answer:
        """Send a request and return the answer; raises `Faulty` where it does not end."""
        return self._loop.call(lambda: self._client.request(sent, self.limit), self.limit)

    def converse(self, hold: Callable[[Client], Coroutine[Any, Any, T]]) -> T:
        """Run a coroutine that talks with the app, beside it, and return its result."""
        return self._loop.call(lambda: hold(self._client), self.limit + 2 * GRACE)

    @property
    def usable(self) -> bool:
        """Whether the app can still be asked: it did not hang and did not end its thread."""
        return self._loop.usable

    def faults(self) -> tuple[Fault, ...]:
        """Return what was refused since the last call."""
        return self._guard.taken()


@contextlib.contextmanager
def serving(
    example: ExampleFile, app: str, left: list[Fault], *, limit: float = LIMIT
) -> Iterator[Served]:
    """Serve an example until the end of the block, its lifespan included.

    What it leaves behind when it is shut down is added to `left`. Raises `Faulty` where the
    example can't be imported, does not start up, ends the interpreter, or hangs.
    """
    sources = example.root / SOURCES
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(apps.working_directory(example))
        guard = stack.enter_context(_kept(folder, sources, left))
        stack.enter_context(apps.importing(example.root))
        loop = LoopThread(guard, min(GRACE, limit))
        stack.callback(loop.close)

        async def load() -> Any:
            return apps.load(example, app)

        found = loop.call(load, limit)
        served = Served(example, found, guard, loop, limit)
        served.start()
        stack.callback(_stopped, served, left)
        yield served


@contextlib.contextmanager
def _kept(folder: Path, sources: Path, left: list[Fault]) -> Iterator[Guard]:
    """Guard a folder, and add what was refused and not taken to `left` when all has ended."""
    with guards.guarding(folder, sources) as guard:
        yield guard
    left.extend(guard.taken())


def _stopped(served: Served, left: list[Fault]) -> None:
    if not served.usable:
        return
    try:
        served.stop()
    except Faulty as error:
        left.append(error.fault)
