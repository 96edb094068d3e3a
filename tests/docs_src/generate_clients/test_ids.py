"""The operation ids that a generated client is named after."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from scripts.docsite import examples

BOOK = {"isbn": "978-0-00-000002-3", "title": "Tides"}

IDS = {
    "tutorial001": {
        "/books": {"get": "list_books_books_get", "post": "add_book_books_post"},
    },
    "tutorial002": {
        "/books": {"get": "list_books_books_get", "post": "add_book_books_post"},
        "/members": {"post": "add_member_members_post"},
    },
    "tutorial003": {
        "/books": {"get": "books-list_books", "post": "books-add_book"},
        "/members": {"post": "members-add_member"},
    },
}


@pytest.fixture(params=IDS)
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of an example."""
    found: str = request.param
    return found


@pytest.fixture
def client(name: str) -> TestClient:
    """Return a client of the example."""
    return TestClient(examples.load(f"generate_clients/{name}").app)


def test_books_are_added_and_listed(client: TestClient) -> None:
    """All examples answer alike."""
    assert client.post("/books", json=BOOK).json() == {"message": "Tides is on the shelf"}
    assert client.get("/books").json() == [{"isbn": "978-0-00-000001-6", "title": "Field Notes"}]
    assert client.post("/books", json={"isbn": "1"}).status_code == 422


def test_members_are_welcomed(name: str, client: TestClient) -> None:
    """The later examples have a second group of paths."""
    response = client.post("/members", json={"name": "aiko", "town": "Birkenau"})
    if name == "tutorial001":
        assert response.status_code == 404
    else:
        assert response.json() == {"message": "Welcome, aiko"}


def test_ids(name: str, client: TestClient) -> None:
    """Each operation has the id that the page names."""
    schema: dict[str, Any] = client.get("/openapi.json").json()
    found = {
        path: {method: operation["operationId"] for method, operation in operations.items()}
        for path, operations in schema["paths"].items()
    }
    assert found == IDS[name]
