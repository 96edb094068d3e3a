"""The smallest app under another name."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "first_steps/tutorial002"


def test_app_has_another_name(module: ModuleType) -> None:
    """The object is called `trailhead` and works like any app."""
    assert not hasattr(module, "app")
    response = TestClient(module.trailhead).get("/")
    assert response.json() == {"message": "Welcome to Trailhead"}
