"""A documented 404 with a model."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "additional_responses/tutorial001"


def test_a_known_book_is_returned(client: TestClient) -> None:
    """The usual answer is that of the response model."""
    response = client.get("/books/9783000000017")
    assert response.status_code == 200
    assert response.json() == {"isbn": "9783000000017", "title": "Maps of the Harbor"}


def test_an_unknown_book_is_a_message(client: TestClient) -> None:
    """The other answer is what the function builds."""
    response = client.get("/books/1")
    assert response.status_code == 404
    assert response.json() == {"message": "No such book"}


def test_both_are_documented(schema: dict[str, Any]) -> None:
    """The model becomes a schema of its own, and the status gets its usual name."""
    responses = schema["paths"]["/books/{isbn}"]["get"]["responses"]
    assert list(responses) == ["200", "404", "422"]
    assert responses["404"] == {
        "description": "Not Found",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Message"}}},
    }
    assert "Message" in schema["components"]["schemas"]
