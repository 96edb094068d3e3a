"""What a build needs first, found out by another process while this one imports the rest.

This module imports nothing heavy.
"""

from __future__ import annotations

import atexit
import multiprocessing
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from scripts.engine.builds import compiled
from scripts.engine.inputs import gate
from scripts.engine.inputs.standing import Standing

if TYPE_CHECKING:
    from scripts.engine.inputs.computed import Computed

T = TypeVar("T")


class Aside(Generic[T]):
    """What another process finds out, while this one does something else.

    Where nobody asks for it, that process ends with this one.
    """

    def __init__(self, find: Callable[[], T]) -> None:
        self._find = find
        context = multiprocessing.get_context("fork")
        self._result, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_find_out, args=(theirs, find), name="docs-aside")
        self._process.start()
        theirs.close()
        atexit.register(self._leave)

    def result(self) -> T:
        """Wait for it; what the other process could not find out is found out here."""
        try:
            return cast(T, self._result.recv())
        except EOFError:
            return self._find()
        finally:
            self._process.join()
            atexit.unregister(self._leave)

    def _leave(self) -> None:
        """End the process: it would wait for ever for somebody to take what it found."""
        self._process.kill()
        self._process.join()


def _find_out(result: Connection, find: Callable[[], Any]) -> None:
    with suppress(BaseException):  # who asks finds it out again, and tells what is wrong
        result.send(find())
        compiled.keep()


@dataclass(frozen=True)
class Ahead:
    """What is found out ahead of a build of the project at a root."""

    seen: gate.Look
    """The inputs as they stood before."""
    found: Aside[tuple[Computed, Standing]]
    """The data that pages show and no file holds, and what the last build left."""

    @classmethod
    def of(
        cls, root: Path, seen: gate.Look, last: gate.LastBuild | None, *, remembers: bool
    ) -> Ahead:
        """Begin to find it out; `seen` is how the inputs stand.

        Where it `remembers`, with what earlier runs have written down.
        """
        codes = tuple(last.counts) if last else ()
        return cls(seen, Aside(lambda: _found(root, codes, remembers=remembers)))


def _found(root: Path, codes: Sequence[str], *, remembers: bool) -> tuple[Computed, Standing]:
    from scripts.engine.inputs.computed import Computed

    return Computed.of(root, remembers=remembers), Standing.of(root, codes)
