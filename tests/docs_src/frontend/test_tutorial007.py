"""A frontend that is only for some."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "frontend/tutorial007"


@pytest.mark.parametrize("path", ["/office", "/office/", "/office/prices/", "/office/cakes"])
def test_dependencies_protect_files(client: TestClient, path: str) -> None:
    """Without the cookie, or with a wrong one, nothing is served."""
    for headers in ({}, {"Cookie": "session=owl"}):
        response = client.get(path, headers=headers)
        assert response.status_code == 401
        assert response.json() == {"detail": "Please log in"}
    client.cookies.set("session", "early-bird")
    page = client.get(path)
    assert page.status_code == (404 if path == "/office/cakes" else 200)
    assert "<title>Crumb" in page.text
