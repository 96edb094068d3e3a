"""A test that awaits, and its app."""

from __future__ import annotations

import asyncio
from types import ModuleType

EXAMPLE = "async_tests/app_a"
MODULE = "test_main"


def test_its_own_test_passes(module: ModuleType) -> None:
    """The request changes what the awaited function counts."""
    asyncio.run(module.test_add_hut())
