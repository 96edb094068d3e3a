"""Python's collector of garbage, kept from looking again and again at what stays.

This module imports nothing heavy.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 150_000
"""How many new objects there are before the youngest are looked through."""


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Look for garbage less often: a build makes much that stays, and little that goes round."""
    first, *rest = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *rest)
    try:
        yield
    finally:
        gc.set_threshold(first, *rest)


def let_go() -> None:
    """Look for all garbage, where the youngest objects were looked through since the last time.

    Who was alive then is old now, and would stay. A few pages leave less than one look costs.
    """
    if gc.get_count()[1]:
        gc.collect()
