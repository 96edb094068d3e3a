"""Response models from return annotations."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial001_01"


def test_defaults_are_added(client: TestClient) -> None:
    """The answer has all fields of the model."""
    response = client.post("/books", json={"title": "Salt Roads", "pages": 312})
    assert response.status_code == 200
    assert response.json() == {"title": "Salt Roads", "pages": 312, "note": None, "tags": []}


def test_list_of_models_is_sent(client: TestClient) -> None:
    """A list of models becomes a JSON list."""
    books = client.get("/books").json()
    assert [book["title"] for book in books] == ["Salt Roads", "Tides and Timber"]


def test_answers_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI names the model in both answers."""
    operations = schema["paths"]["/books"]
    found = {
        method: operation["responses"]["200"]["content"]["application/json"]["schema"]
        for method, operation in operations.items()
    }
    model = {"$ref": "#/components/schemas/Book"}
    assert found["post"] == model
    assert (found["get"]["type"], found["get"]["items"]) == ("array", model)
