"""Models in models in a model."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial007"

BREAD = {"name": "Rye loaf", "price": 4.2}
PHOTO = {"url": "https://crumb.example/rye.jpg", "caption": "Just baked"}


def test_all_levels_are_read(client: TestClient) -> None:
    """A basket has breads, and a bread has photos."""
    bread = {**BREAD, "allergens": ["gluten"], "photos": [PHOTO]}
    basket = {"name": "Breakfast", "price": 9.5, "breads": [bread, bread]}
    response = client.post("/baskets", json=basket)
    assert response.status_code == 200
    assert response.json() == basket


def test_an_error_can_lie_deep(client: TestClient) -> None:
    """Every step on the way is part of the place."""
    response = client.post(
        "/baskets",
        json={
            "name": "Breakfast",
            "price": 9.5,
            "breads": [{**BREAD, "photos": [PHOTO, {**PHOTO, "url": "rye"}]}],
        },
    )
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("url_parsing", ["body", "breads", 0, "photos", 1, "url"])
    ]
