"""A list of text."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial002"

BREAD = {"name": "Rye loaf", "price": 4.2}


def test_text_is_accepted(client: TestClient) -> None:
    """Items keep their order."""
    response = client.put("/breads/7", json={**BREAD, "allergens": ["gluten", "gluten", "nuts"]})
    assert response.status_code == 200
    assert response.json() == {
        "bread_id": 7,
        "bread": {**BREAD, "allergens": ["gluten", "gluten", "nuts"]},
    }


def test_items_are_checked(client: TestClient) -> None:
    """The place of the error has the item's index."""
    response = client.put("/breads/7", json={**BREAD, "allergens": ["gluten", 7]})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("string_type", ["body", "allergens", 1])
    ]
