"""An app and its test in one file."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "app_testing/tutorial001"


def test_the_app_answers(client: TestClient) -> None:
    """The app is usable as it stands."""
    response = client.get("/")
    assert response.status_code == 200
    assert response.json() == {"summit": "Steinbock", "altitude": 2871}


def test_its_own_test_passes(module: ModuleType) -> None:
    """The test that the example shows succeeds."""
    module.test_read_summit()
