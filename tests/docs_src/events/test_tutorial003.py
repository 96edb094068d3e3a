"""A lifespan that fills and empties a dictionary."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "events/tutorial003"


def test_the_model_is_there_while_the_app_runs(module: ModuleType) -> None:
    """It is loaded at the start, and gone at the end."""
    assert module.models == {}
    with TestClient(module.app) as client:
        assert client.get("/forecast?altitude=2871").json() == {"temperature": -3.7}
    assert module.models == {}


def test_without_a_start_there_is_no_model(module: ModuleType) -> None:
    """A client that is not used in a `with` block starts nothing."""
    with pytest.raises(KeyError, match="temperature"):
        TestClient(module.app).get("/forecast?altitude=2871")


def test_the_parameter_is_checked(client: TestClient) -> None:
    """An altitude is a number."""
    response = client.get("/forecast?altitude=high")
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["query", "altitude"]
