"""A status in the configuration of an operation."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial001"


def test_status_is_sent(client: TestClient) -> None:
    """The answer says that something was created."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": 4.2})
    assert response.status_code == 201
    assert response.json() == {"name": "Rye loaf", "price": 4.2, "allergens": []}


def test_price_is_required(client: TestClient) -> None:
    """The configuration does not change the checks."""
    response = client.post("/breads", json={"name": "Rye loaf"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "price"])
