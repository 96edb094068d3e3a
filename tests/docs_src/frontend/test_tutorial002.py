"""The start page for every page that a browser asks for."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "frontend/tutorial002"

HTML = {"Accept": "text/html"}


def test_the_start_page_is_the_fallback(client: TestClient) -> None:
    """Only for those who want HTML."""
    page = client.get("/orders/7", headers=HTML)
    assert page.status_code == 200
    assert "Fresh today" in page.text
    assert client.get("/orders/7").status_code == 404
    assert client.get("/api/breads").json() == ["Rye loaf", "Spelt roll"]
