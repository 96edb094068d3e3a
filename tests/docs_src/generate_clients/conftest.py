"""What the tests of these examples read in a schema, and what all of them answer."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def ids(schema: dict[str, Any]) -> list[str]:
    """Return the operation ids of the app, in order."""
    return [
        operation["operationId"]
        for operations in schema["paths"].values()
        for operation in operations.values()
    ]


@pytest.fixture
def shelf(client: TestClient) -> list[Any]:
    """Return what the app answers to a new book, for the list of books, and to half a book."""
    book = {"isbn": "978-0-00-000002-3", "title": "Tides"}
    added, listed = client.post("/books", json=book), client.get("/books")
    return [added.json(), listed.json(), client.post("/books", json={"isbn": "1"}).status_code]
