"""Operation ids made of the tag and the function."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial003"


def test_ids_are_tag_and_function(ids: list[str]) -> None:
    """The id is as short as it can be and stay unique."""
    assert ids == ["books-list_books", "books-add_book", "members-add_member"]


def test_an_operation_without_tag_is_an_error(module: ModuleType) -> None:
    """The function fails as soon as the operation is declared."""
    app = FastAPI(generate_unique_id_function=module.tag_and_name)
    with pytest.raises(IndexError):
        app.get("/prices")(lambda: None)


def test_books_are_added_and_listed(shelf: list[Any]) -> None:
    """The ids are for clients; the answers know nothing of them."""
    listed = [{"isbn": "978-0-00-000001-6", "title": "Field Notes"}]
    assert shelf == [{"message": "Tides is on the shelf"}, listed, 422]


def test_members_are_welcomed(client: TestClient) -> None:
    """The second group of paths has its own model."""
    response = client.post("/members", json={"name": "aiko", "town": "Birkenau"})
    assert response.json() == {"message": "Welcome, aiko"}
