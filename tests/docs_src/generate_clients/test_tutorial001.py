"""The operation ids that FastAPI makes."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial001"


def test_ids_are_function_path_and_method(ids: list[str]) -> None:
    """The id is long, and unique without anybody's help."""
    assert ids == ["list_breads_breads__get", "add_bread_breads__post"]


def test_the_app_lists_and_adds(client: TestClient) -> None:
    """Both operations speak of breads."""
    assert client.get("/breads/").json() == [{"name": "Rye loaf", "price": 4.2}]
    bread = {"name": "Spelt roll", "price": 0.9}
    assert client.post("/breads/", json=bread).json() == bread
    assert client.post("/breads/", json={"name": "Spelt roll", "price": "?"}).status_code == 422
