"""The first app of the home page."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "index/tutorial001"


def test_index_welcomes(client: TestClient) -> None:
    """The root of the site answers with a message."""
    response = client.get("/")
    assert response.status_code == 200
    assert response.json() == {"message": "Welcome to Trailhead"}


def test_query_parameter_is_passed_on(client: TestClient) -> None:
    """The number is converted and the query parameter arrives."""
    response = client.get("/huts/3", params={"season": "winter"})
    assert response.json() == {"hut_id": 3, "season": "winter"}


def test_query_parameter_is_optional(client: TestClient) -> None:
    """Without a query parameter the default is used."""
    assert client.get("/huts/3").json() == {"hut_id": 3, "season": None}


def test_text_is_no_number(client: TestClient) -> None:
    """A word in place of the number is refused."""
    response = client.get("/huts/three")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["path", "hut_id"])


def test_parameters_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows which parameter is required."""
    parameters = schema["paths"]["/huts/{hut_id}"]["get"]["parameters"]
    assert [(found["name"], found["required"]) for found in parameters] == [
        ("hut_id", True),
        ("season", False),
    ]


def test_both_documentations_are_served(client: TestClient) -> None:
    """Swagger UI and ReDoc are there without configuration."""
    assert "swagger-ui" in client.get("/docs").text
    assert "redoc" in client.get("/redoc").text
