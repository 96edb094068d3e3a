"""The order of two middlewares."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "middleware/tutorial002"


def test_the_last_one_declared_is_outermost(client: TestClient) -> None:
    """Requests pass from the last to the first, responses back."""
    response = client.get("/shelves")
    assert response.json() == ["Travel", "Mountains"]
    assert response.headers["X-Steps"] == "gate in, hall in, shelves, hall out, gate out"
