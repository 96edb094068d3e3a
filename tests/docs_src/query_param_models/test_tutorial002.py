"""A model of query parameters that forbids all others."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "query_param_models/tutorial002"


def test_known_parameters_are_read(client: TestClient) -> None:
    """The fields work as before."""
    response = client.get("/books?limit=5&tags=sea")
    assert response.status_code == 200
    assert response.json() == {"limit": 5, "offset": 0, "order_by": "title", "tags": ["sea"]}


def test_unknown_parameters_are_refused(client: TestClient) -> None:
    """The answer names the parameter that nobody declared."""
    response = client.get("/books?limit=5&shelf=attic")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"], error["input"]) == (
        "extra_forbidden",
        ["query", "shelf"],
        "attic",
    )


def test_values_are_checked_too(client: TestClient) -> None:
    """The rules of the fields are kept."""
    response = client.get("/books?limit=150&offset=-1&order_by=color")
    assert [error["type"] for error in response.json()["detail"]] == [
        "less_than_equal",
        "greater_than_equal",
        "literal_error",
    ]
