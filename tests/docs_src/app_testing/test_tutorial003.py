"""A test of the deprecated events."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "app_testing/tutorial003"
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*on_event is deprecated:DeprecationWarning")


def test_its_own_test_passes(module: ModuleType) -> None:
    """The test that the example shows succeeds."""
    module.test_beds_are_loaded()


def test_a_bare_client_starts_nothing(module: ModuleType) -> None:
    """Without `with`, there are no beds."""
    assert TestClient(module.app).get("/huts/Alpenrose").json() is None
