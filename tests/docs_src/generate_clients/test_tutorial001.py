"""The operation ids that FastAPI makes."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "generate_clients/tutorial001"


def test_ids_are_function_path_and_method(ids: list[str]) -> None:
    """The id is long, and unique without anybody's help."""
    assert ids == ["list_books_books_get", "add_book_books_post"]


def test_the_app_knows_no_members(client: TestClient) -> None:
    """They come with the second example."""
    assert client.post("/members", json={}).status_code == 404


def test_books_are_added_and_listed(shelf: list[Any]) -> None:
    """The ids are for clients; the answers know nothing of them."""
    listed = [{"isbn": "978-0-00-000001-6", "title": "Field Notes"}]
    assert shelf == [{"message": "Tides is on the shelf"}, listed, 422]
