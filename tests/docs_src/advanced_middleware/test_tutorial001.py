"""HTTP is redirected to HTTPS."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "advanced_middleware/tutorial001"


@pytest.mark.parametrize("target", ["/books", "/nowhere?shelf=3"])
def test_http_is_redirected(client: TestClient, target: str) -> None:
    """Every path is sent to the same one with HTTPS, whether it exists or not."""
    response = client.get(target, follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == f"https://testserver{target}"


def test_https_passes(app: FastAPI) -> None:
    """A request by HTTPS reaches the operation."""
    client = TestClient(app, base_url="https://library.example")
    assert client.get("/books").json() == ["Salt Roads", "Tides and Timber"]
