"""One model below its own key."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_multiple_params/tutorial005"

BREAD = {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}


def test_the_model_has_a_key(client: TestClient) -> None:
    """The body is an object with the model inside."""
    response = client.put("/breads/7", json={"bread": BREAD})
    assert response.json() == {"bread_id": 7, "bread": BREAD}


def test_the_bare_model_is_refused(client: TestClient) -> None:
    """Without the key, the model is missing."""
    response = client.put("/breads/7", json=BREAD)
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("missing", ["body", "bread"]),
    ]
