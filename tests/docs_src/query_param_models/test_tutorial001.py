"""Query parameters gathered in a model."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_param_models/tutorial001"


def test_every_field_has_a_default(client: TestClient) -> None:
    """All parameters can be left out."""
    response = client.get("/books")
    assert response.status_code == 200
    assert response.json() == {"limit": 100, "offset": 0, "order_by": "title", "tags": []}


def test_every_field_is_a_parameter(client: TestClient) -> None:
    """A list takes each value that was sent."""
    response = client.get("/books?limit=5&offset=10&order_by=year&tags=sea&tags=crime")
    assert response.json() == {
        "limit": 5,
        "offset": 10,
        "order_by": "year",
        "tags": ["sea", "crime"],
    }


def test_all_errors_come_together(client: TestClient) -> None:
    """Each field is checked by its own rule."""
    response = client.get("/books?limit=150&offset=-1&order_by=color")
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("less_than_equal", ["query", "limit"]),
        ("greater_than_equal", ["query", "offset"]),
        ("literal_error", ["query", "order_by"]),
    ]


def test_unknown_parameters_are_ignored(client: TestClient) -> None:
    """A name that the model doesn't have changes nothing."""
    assert client.get("/books?limt=5").json()["limit"] == 100


def test_fields_are_documented_as_parameters(schema: dict[str, Any]) -> None:
    """OpenAPI shows no trace of the model."""
    operation = schema["paths"]["/books"]["get"]
    assert [(p["in"], p["name"]) for p in operation["parameters"]] == [
        ("query", "limit"),
        ("query", "offset"),
        ("query", "order_by"),
        ("query", "tags"),
    ]
    assert "requestBody" not in operation
