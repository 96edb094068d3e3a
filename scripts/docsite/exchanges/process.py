"""What belongs to the whole process: replaced while an example runs, and put back after it."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.faults import Fault


@contextlib.contextmanager
def replaced_for(
    insiders: set[int], owner: Any, name: str, own: Callable[..., object]
) -> Iterator[None]:
    """Replace a function for the threads `insiders` alone; others get what was there."""
    before = getattr(owner, name)

    def chosen(*args: Any, **options: Any) -> object:
        inside = threading.get_ident() in insiders
        return (own if inside else before)(*args, **options)

    setattr(owner, name, chosen)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextlib.contextmanager
def restored(kept: list[Fault]) -> Iterator[None]:
    """Put back what belongs to the whole process, and keep a fault for a changed environment."""
    environment, path, logger = dict(os.environ), list(sys.path), logging.getLogger()
    handlers, level = list(logger.handlers), logger.level
    with Path(os.devnull).open("w") as silence, contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(silence))
        stack.enter_context(contextlib.redirect_stderr(silence))
        try:
            yield
        finally:
            sys.path[:] = path
            logger.handlers[:] = handlers
            logger.setLevel(level)
            changed = sorted(
                name
                for name in environment.keys() | os.environ.keys()
                if environment.get(name) != os.environ.get(name)
            )
            if changed:
                os.environ.clear()
                os.environ.update(environment)
                message = f"the example changes the environment: {', '.join(changed)}"
                hint = "read settings from the environment, and set none"
                kept.append(Fault(faults.CHANGES_ENVIRONMENT, message, hint))
