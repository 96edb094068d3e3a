"""A model inside a model."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial004"

BREAD = {"name": "Rye loaf", "price": 4.2}
PHOTO = {"url": "https://crumb.example/rye.jpg", "caption": "Just baked"}


def test_duplicates_are_dropped(client: TestClient) -> None:
    """A set holds each item once."""
    body = {**BREAD, "allergens": ["gluten", "nuts", "gluten"]}
    response = client.put("/breads/7", json=body)
    assert sorted(response.json()["bread"]["allergens"]) == ["gluten", "nuts"]


def test_the_inner_model_is_read(client: TestClient) -> None:
    """The bread has a photo."""
    response = client.put("/breads/7", json={**BREAD, "photo": PHOTO})
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7, "bread": {**BREAD, "allergens": [], "photo": PHOTO}}


def test_the_inner_model_is_optional(client: TestClient) -> None:
    """Its default is `None`."""
    response = client.put("/breads/7", json=BREAD)
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7, "bread": {**BREAD, "allergens": [], "photo": None}}


def test_any_text_is_accepted(client: TestClient) -> None:
    """A `str` is not checked for being an address."""
    response = client.put("/breads/7", json={**BREAD, "photo": {**PHOTO, "url": "rye"}})
    assert response.status_code == 200
    assert response.json() == {
        "bread_id": 7,
        "bread": {**BREAD, "allergens": [], "photo": {**PHOTO, "url": "rye"}},
    }


def test_the_inner_model_is_checked(client: TestClient) -> None:
    """The place of the error leads inside."""
    response = client.put(
        "/breads/7", json={**BREAD, "photo": {"url": "https://crumb.example/rye.jpg"}}
    )
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("missing", ["body", "photo", "caption"])
    ]
