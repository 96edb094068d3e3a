"""FastAPI's own schema with an addition."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "extending_openapi/tutorial002"


def test_the_schema_is_extended(schema: dict[str, Any]) -> None:
    """The arguments of FastAPI() are in it, and the addition."""
    assert schema["info"] == {
        "title": "Harbor Library",
        "version": "3.2.0",
        "x-audience": "members",
    }


def test_a_later_operation_is_in_it(app: FastAPI, client: TestClient) -> None:
    """FastAPI makes the schema anew when there is another operation."""
    assert app.openapi() is app.openapi()
    app.add_api_route("/late", lambda: None)
    schema = client.get("/openapi.json").json()
    assert "/late" in schema["paths"]
    assert schema["info"]["x-audience"] == "members"


def test_the_app_answers(client: TestClient) -> None:
    """The operation works as always."""
    assert client.get("/books/").json() == [{"title": "Ropes and Knots"}, {"title": "Salt"}]
