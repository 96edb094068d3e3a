"""Operation ids made of the tag and the function."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial003"


def test_ids_are_tag_and_function(ids: list[str]) -> None:
    """The id is as short as it can be and stay unique."""
    assert ids == ["breads-list_breads", "breads-add_bread", "orders-place_order"]


def test_an_operation_without_tag_is_an_error(module: ModuleType) -> None:
    """The function fails as soon as the operation is declared."""
    app = FastAPI(generate_unique_id_function=module.tag_and_name)
    with pytest.raises(IndexError):
        app.get("/prices")(lambda: None)


def test_the_app_lists_adds_and_orders(client: TestClient) -> None:
    """Each operation answers."""
    assert client.get("/breads/").json() == [{"name": "Rye loaf", "price": 4.2}]
    bread = {"name": "Spelt roll", "price": 0.9}
    assert client.post("/breads/", json=bread).json() == bread
    order = {"bread": "Rye loaf", "pieces": 2}
    assert client.post("/orders/", json=order).json() == order
