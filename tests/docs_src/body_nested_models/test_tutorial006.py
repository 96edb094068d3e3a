"""A list of models."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial006"

BREAD = {"name": "Rye loaf", "price": 4.2}
PHOTO = {"url": "https://crumb.example/rye.jpg", "caption": "Just baked"}


def test_duplicates_are_dropped(client: TestClient) -> None:
    """A set holds each item once."""
    body = {**BREAD, "allergens": ["gluten", "nuts", "gluten"]}
    response = client.put("/breads/7", json=body)
    assert sorted(response.json()["bread"]["allergens"]) == ["gluten", "nuts"]


def test_each_photo_is_read(client: TestClient) -> None:
    """The list keeps its order."""
    response = client.put("/breads/7", json={**BREAD, "photos": [PHOTO, PHOTO]})
    assert response.status_code == 200
    assert response.json() == {
        "bread_id": 7,
        "bread": {**BREAD, "allergens": [], "photos": [PHOTO, PHOTO]},
    }


def test_one_photo_is_no_list(client: TestClient) -> None:
    """An object is not a list with one item."""
    response = client.put("/breads/7", json={**BREAD, "photos": PHOTO})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("list_type", ["body", "photos"])
    ]


def test_each_photo_is_checked(client: TestClient) -> None:
    """The place of the error has the index."""
    response = client.put(
        "/breads/7", json={**BREAD, "photos": [PHOTO, {"url": "rye.jpg", "caption": ""}]}
    )
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("url_parsing", ["body", "photos", 1, "url"])
    ]
