"""A test of the lifespan."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "app_testing/tutorial004"


def test_its_own_test_passes(module: ModuleType) -> None:
    """The test that the example shows succeeds."""
    module.test_beds_are_loaded_and_cleared()


def test_a_bare_client_starts_nothing(module: ModuleType) -> None:
    """Without `with`, there are no beds."""
    assert TestClient(module.app).get("/huts/Alpenrose").json() is None
