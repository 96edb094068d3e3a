"""The home page's app after it has learnt to receive a body."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "index/tutorial002"


def test_body_is_received(client: TestClient) -> None:
    """A complete hut is accepted without the optional field."""
    response = client.put("/huts/3", json={"name": "Alpenrose", "price": 48.5})
    assert response.status_code == 200
    assert response.json() == {"hut_id": 3, "name": "Alpenrose"}


def test_missing_field_is_refused(client: TestClient) -> None:
    """A hut without a price is answered with the place of the gap."""
    response = client.put("/huts/3", json={"name": "Alpenrose"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "price"])


def test_first_operations_still_work(client: TestClient) -> None:
    """Adding an operation leaves the others as they were."""
    assert client.get("/").json() == {"message": "Welcome to Trailhead"}
    assert client.get("/huts/3").json() == {"hut_id": 3, "season": None}


def test_body_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists what a hut needs."""
    assert schema["components"]["schemas"]["Hut"]["required"] == ["name", "price"]
