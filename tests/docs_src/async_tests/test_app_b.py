"""A test that awaits, with the lifespan of the app."""

from __future__ import annotations

import asyncio
from types import ModuleType

EXAMPLE = "async_tests/app_b"
MODULE = "test_main"


def test_its_own_test_passes(module: ModuleType) -> None:
    """The manager starts the app before the request."""
    asyncio.run(module.test_list_huts())
