"""A response model for data of another type."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial001"


def test_other_keys_are_left_out(client: TestClient) -> None:
    """What the model does not have is not sent."""
    book = {"title": "The Ninth Wave", "pages": 240, "note": None, "tags": []}
    assert client.post("/books", json=book).json() == book
    listed = client.get("/books").json()
    assert listed[-1] == book
    assert not any("paid" in row for row in listed)


def test_response_model_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI names the model of the decorator."""
    answer = schema["paths"]["/books"]["post"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Book"}
