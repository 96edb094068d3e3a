"""A list of anything."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial001"

BREAD = {"name": "Rye loaf", "price": 4.2}


def test_items_are_not_checked(client: TestClient) -> None:
    """Text and numbers may be mixed."""
    response = client.put("/breads/7", json={**BREAD, "allergens": ["gluten", 7]})
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7, "bread": {**BREAD, "allergens": ["gluten", 7]}}


def test_the_default_is_an_empty_list(client: TestClient) -> None:
    """Without the key there is nothing in it."""
    response = client.put("/breads/7", json=BREAD)
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7, "bread": {**BREAD, "allergens": []}}


def test_a_text_is_no_list(client: TestClient) -> None:
    """Only the list itself is checked."""
    response = client.put("/breads/7", json={**BREAD, "allergens": "gluten"})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("list_type", ["body", "allergens"])
    ]
