"""Python's collector of garbage, kept from looking again and again at what stays.

This module imports nothing heavy.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000
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
