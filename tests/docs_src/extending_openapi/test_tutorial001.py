"""A schema that the app makes itself."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "extending_openapi/tutorial001"


def test_the_schema_is_extended(schema: dict[str, Any]) -> None:
    """It has the data given to get_openapi(), and a logo that OpenAPI doesn't know."""
    assert schema["openapi"] == "3.1.0"
    assert schema["info"] == {
        "title": "Harbor Library",
        "version": "3.2.0",
        "summary": "The catalog of the library at the harbor",
        "description": "Open to everybody who keeps books *dry*.",
        "x-logo": {"url": "/logo.svg"},
    }
    assert list(schema["paths"]) == ["/books/"]


def test_the_schema_is_made_once(app: FastAPI) -> None:
    """The second call returns the very same object."""
    assert app.openapi() is app.openapi() is app.openapi_schema


def test_the_cached_schema_knows_no_later_operation(app: FastAPI, client: TestClient) -> None:
    """What is declared after the first call is missing."""
    app.openapi()
    app.add_api_route("/late", lambda: None)
    assert "/late" not in client.get("/openapi.json").json()["paths"]


def test_the_app_answers(client: TestClient) -> None:
    """The operation and the logo are there."""
    assert client.get("/books/").json() == [{"title": "Ropes and Knots"}, {"title": "Salt"}]
    logo = client.get("/logo.svg")
    assert logo.headers["content-type"] == "image/svg+xml"
    assert logo.text.startswith("<svg")
