"""A single value in the body."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_multiple_params/tutorial003"

BREAD = {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}
BAKER = {"username": "jonas", "full_name": "Jonas"}


def test_the_value_has_a_key(client: TestClient) -> None:
    """It stands beside the models."""
    body = {"bread": BREAD, "baker": BAKER, "priority": 2}
    response = client.put("/breads/7", json=body)
    assert response.json() == {"bread_id": 7, **body}


def test_the_query_is_no_place_for_it(client: TestClient) -> None:
    """With `Body()`, the value is not read from the URL."""
    response = client.put("/breads/7?priority=2", json={"bread": BREAD, "baker": BAKER})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("missing", ["body", "priority"]),
    ]
