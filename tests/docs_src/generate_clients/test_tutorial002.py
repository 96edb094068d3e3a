"""Tags, which don't change the operation ids."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial002"


def test_tags_leave_the_ids_alone(ids: list[str], schema: dict[str, Any]) -> None:
    """The id is made as if there were no tags."""
    assert ids == ["list_books_books_get", "add_book_books_post", "add_member_members_post"]
    assert schema["paths"]["/members"]["post"]["tags"] == ["members"]


def test_books_are_added_and_listed(shelf: list[Any]) -> None:
    """The ids are for clients; the answers know nothing of them."""
    listed = [{"isbn": "978-0-00-000001-6", "title": "Field Notes"}]
    assert shelf == [{"message": "Tides is on the shelf"}, listed, 422]


def test_members_are_welcomed(client: TestClient) -> None:
    """The second group of paths has its own model."""
    response = client.post("/members", json={"name": "aiko", "town": "Birkenau"})
    assert response.json() == {"message": "Welcome, aiko"}
