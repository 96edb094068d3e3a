"""A documentation that a setting switches off."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

EXAMPLE = "conditional_openapi/tutorial001"

PATHS = ("/openapi.json", "/docs", "/redoc")


def test_the_documentation_is_there(client: TestClient) -> None:
    """Without the variable, everything is as always."""
    assert [client.get(path).status_code for path in PATHS] == [200, 200, 200]
    assert client.get("/").json() == {"bakery": "Crumb"}


def test_an_empty_variable_switches_it_off(variant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The schema and both pages are gone; the operation stays."""
    monkeypatch.setenv("OPENAPI_URL", "")
    client = TestClient(examples.load(variant).app)
    for path in PATHS:
        response = client.get(path)
        assert response.status_code == 404
        assert response.json() == {"detail": "Not Found"}
    assert client.get("/").json() == {"bakery": "Crumb"}


def test_another_value_moves_the_schema(variant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages load it from the new address."""
    monkeypatch.setenv("OPENAPI_URL", "/api.json")
    client = TestClient(examples.load(variant).app)
    assert client.get("/openapi.json").status_code == 404
    assert client.get("/api.json").status_code == 200
    assert "url: '/api.json'" in client.get("/docs").text
