"""Descriptions and an example beside the models."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "additional_responses/tutorial003"


def test_the_answers_are_as_before(client: TestClient) -> None:
    """Documentation changes no answer."""
    response = client.get("/books/9783000000017")
    assert response.json() == {"isbn": "9783000000017", "title": "Maps of the Harbor"}
    response = client.get("/books/1")
    assert (response.status_code, response.json()) == (404, {"message": "No such book"})


def test_everything_is_merged(schema: dict[str, Any]) -> None:
    """Models, descriptions and the example end in one entry for each status."""
    responses = schema["paths"]["/books/{isbn}"]["get"]["responses"]
    assert responses["404"]["description"] == "The library never had it"
    assert responses["404"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Message"
    }
    assert responses["200"] == {
        "description": "The book with this number",
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/Book"},
                "example": {"isbn": "9783000000024", "title": "Knots for Beginners"},
            }
        },
    }
