"""Servers in the schema without that of the proxy."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "behind_a_proxy/tutorial004"


def test_the_prefix_is_left_out(app: FastAPI) -> None:
    """Behind a proxy, the list stays as the app has written it."""
    client = TestClient(app, root_path="/api/v1")
    assert [server["url"] for server in client.get("/openapi.json").json()["servers"]] == [
        "https://staging.crumb.example",
        "https://api.crumb.example",
    ]
    assert client.get("/orders").json() == ["2 rye loaves", "1 spelt roll"]
