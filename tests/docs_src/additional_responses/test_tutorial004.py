"""Descriptions that several operations can share."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "additional_responses/tutorial004"


def test_a_book_and_its_cover(client: TestClient) -> None:
    """A book is data, or a picture on demand."""
    path = "/books/9783000000017"
    assert client.get(path).json() == {"isbn": path[7:], "title": "Maps of the Harbor"}
    assert client.get(f"{path}?img=true").headers["content-type"] == "image/png"


def test_each_documented_status_is_sent(client: TestClient) -> None:
    """What the shared entries describe, the function does."""
    moved = client.get("/books/9783000000024", follow_redirects=False)
    assert moved.status_code == 302
    assert moved.headers["location"] == "https://annex.example/books/9783000000024"
    assert client.get("/books/9783000000031").status_code == 403
    assert client.get("/books/1").status_code == 404


def test_shared_and_own_entries_are_documented(schema: dict[str, Any]) -> None:
    """The operation has the shared entries and adds its own."""
    responses = schema["paths"]["/books/{isbn}"]["get"]["responses"]
    assert list(responses) == ["200", "404", "302", "403", "422"]
    assert responses["403"] == {"description": "The book is in the closed stacks"}
    assert list(responses["200"]["content"]) == ["application/json", "image/png"]
