"""More servers in the schema."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "behind_a_proxy/tutorial003"
SERVERS = [
    {"url": "https://staging.crumb.example", "description": "Staging"},
    {"url": "https://api.crumb.example", "description": "Production"},
]


def test_the_prefix_comes_first(app: FastAPI) -> None:
    """Behind a proxy, its prefix is added before the others."""
    client = TestClient(app, root_path="/api/v1")
    assert client.get("/openapi.json").json()["servers"] == [{"url": "/api/v1"}, *SERVERS]
    assert client.get("/orders").json() == ["2 rye loaves", "1 spelt roll"]


def test_without_a_prefix_nothing_is_added(app: FastAPI) -> None:
    """Only what the app lists is there."""
    assert TestClient(app).get("/openapi.json").json()["servers"] == SERVERS
