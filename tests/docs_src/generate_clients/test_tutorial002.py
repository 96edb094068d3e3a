"""Tags, which don't change the operation ids."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial002"


def test_tags_leave_the_ids_alone(ids: list[str], schema: dict[str, Any]) -> None:
    """The id is made as if there were no tags."""
    assert ids == [
        "list_breads_breads__get",
        "add_bread_breads__post",
        "place_order_orders__post",
    ]
    assert schema["paths"]["/orders/"]["post"]["tags"] == ["orders"]


def test_the_app_lists_adds_and_orders(client: TestClient) -> None:
    """Each operation answers."""
    assert client.get("/breads/").json() == [{"name": "Rye loaf", "price": 4.2}]
    bread = {"name": "Spelt roll", "price": 0.9}
    assert client.post("/breads/", json=bread).json() == bread
    order = {"bread": "Rye loaf", "pieces": 2}
    assert client.post("/orders/", json=order).json() == order
