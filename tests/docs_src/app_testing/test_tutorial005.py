"""Tests of a WebSocket with several clients."""

from __future__ import annotations

from types import ModuleType

EXAMPLE = "app_testing/tutorial005"


def test_its_own_test_passes(module: ModuleType) -> None:
    """What one client sends reaches both, and nobody stays behind."""
    module.test_all_hear_jonas()
    assert module.sockets == []
