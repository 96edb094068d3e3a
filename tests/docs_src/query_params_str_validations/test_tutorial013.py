"""A list of anything."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial013"


def test_items_are_not_checked(client: TestClient) -> None:
    """Items stay the text that was sent."""
    assert client.get("/books?shelf=1&shelf=two").json() == {"shelf": ["1", "two"]}


def test_the_parameter_cannot_be_left_out(client: TestClient) -> None:
    """Without it, the answer names what is missing."""
    response = client.get("/books")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "shelf"])


def test_documentation(schema: dict[str, Any]) -> None:
    """Nothing is said about the items."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["schema"]["items"] == {}
