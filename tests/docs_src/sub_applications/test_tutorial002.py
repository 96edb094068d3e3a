"""The lifespan of a mounted app, run by that of the main app."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "sub_applications/tutorial002"


def test_the_lifespan_of_the_mounted_app_runs(module: ModuleType) -> None:
    """It starts and ends with the main app."""
    with TestClient(module.app) as client:
        assert client.get("/weather/readings").json() == {"Steinbock": -3}
    assert module.readings == {}


def test_without_start_there_is_nothing(module: ModuleType) -> None:
    """A client that is not used in a `with` block starts nothing."""
    assert TestClient(module.app).get("/weather/readings").json() == {}
