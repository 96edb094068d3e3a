"""The prefix that a proxy has removed."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "behind_a_proxy/tutorial001"


@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_the_prefix_is_what_the_server_says(app: FastAPI, prefix: str) -> None:
    """The path of the operation stays the same."""
    client = TestClient(app, root_path=prefix)
    assert client.get("/orders").json() == {
        "orders": ["2 rye loaves", "1 spelt roll"],
        "root_path": prefix,
    }


def test_the_documentation_loads_the_schema_from_outside(app: FastAPI) -> None:
    """The address of the schema has the prefix that the browser needs."""
    page = TestClient(app, root_path="/api/v1").get("/docs").text
    assert "url: '/api/v1/openapi.json'" in page


def test_the_prefix_is_a_server(app: FastAPI) -> None:
    """The schema names the prefix, and no server where there is none."""
    schema = TestClient(app, root_path="/api/v1").get("/openapi.json").json()
    assert schema["servers"] == [{"url": "/api/v1"}]
    assert "servers" not in TestClient(app).get("/openapi.json").json()
