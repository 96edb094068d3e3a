"""Work with the model inside the function."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body/tutorial002"


def test_tax_is_added(client: TestClient) -> None:
    """With a tax, the answer has one key more."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": 4.2, "tax": 0.3})
    assert response.json() == {
        "name": "Rye loaf",
        "note": None,
        "price": 4.2,
        "tax": 0.3,
        "price_with_tax": 4.5,
    }


def test_without_tax_nothing_is_added(client: TestClient) -> None:
    """Without a tax, the answer has the keys of the model."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": 4.2})
    assert response.json() == {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}
