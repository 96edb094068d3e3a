"""A site below a prefix."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "frontend/tutorial004"


def test_everything_is_below_the_prefix(client: TestClient) -> None:
    """Pages, path operations, and the page for what is missing."""
    assert "Fresh bread" in client.get("/shop/").text
    assert "Fresh bread" in client.get("/shop").text
    assert client.get("/shop/breads").json() == ["Rye loaf", "Spelt roll"]
    assert "This shelf is empty." in client.get("/shop/cakes").text


def test_the_rest_of_the_app_is_untouched(client: TestClient) -> None:
    """Outside of the prefix, FastAPI answers."""
    response = client.get("/cakes", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}
