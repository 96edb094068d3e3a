"""The smallest app."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.applications import Starlette

EXAMPLE = "first_steps/tutorial001"


def test_index_welcomes(client: TestClient) -> None:
    """The declared path and method are answered."""
    response = client.get("/")
    assert response.status_code == 200
    assert response.json() == {"message": "Welcome to Trailhead"}


def test_unknown_path_is_not_found(client: TestClient) -> None:
    """A path that was not declared is answered with 404."""
    response = client.get("/map")
    assert response.status_code == 404
    assert response.json() == {"detail": "Not Found"}


def test_undeclared_method_is_not_allowed(client: TestClient) -> None:
    """A method that was not declared is answered with 405."""
    response = client.post("/")
    assert response.status_code == 405
    assert response.json() == {"detail": "Method Not Allowed"}


def test_schema_has_default_title_and_version(schema: dict[str, Any]) -> None:
    """The schema is OpenAPI 3.1 and names the app by defaults."""
    assert schema["openapi"] == "3.1.0"
    assert schema["info"] == {"title": "FastAPI", "version": "0.1.0"}
    assert schema["paths"]["/"]["get"]["summary"] == "Read Index"


def test_app_is_a_starlette_app(app: FastAPI) -> None:
    """FastAPI inherits from Starlette."""
    assert isinstance(app, Starlette)


def test_both_documentations_are_served(client: TestClient) -> None:
    """Swagger UI and ReDoc are there without configuration."""
    assert "swagger-ui" in client.get("/docs").text
    assert "redoc" in client.get("/redoc").text
