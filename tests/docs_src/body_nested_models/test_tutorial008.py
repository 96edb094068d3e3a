"""A body that is a list."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial008"

PHOTO = {"url": "https://crumb.example/rye.jpg", "caption": "Just baked"}


def test_the_list_is_read(client: TestClient) -> None:
    """Each item is an object with attributes."""
    response = client.post("/photos", json=[{**PHOTO, "caption": " Just baked "}])
    assert response.status_code == 200
    assert response.json() == [PHOTO]


def test_one_photo_is_no_list(client: TestClient) -> None:
    """An object is not a list with one item."""
    response = client.post("/photos", json=PHOTO)
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [("list_type", ["body"])]
