"""A parameter that may be repeated."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial011"


def test_each_value_is_kept(client: TestClient) -> None:
    """The list has the order of the URL."""
    response = client.get("/books?shelf=attic&shelf=harbor")
    assert response.json() == {"shelf": ["attic", "harbor"]}


def test_one_value_is_a_list_too(client: TestClient) -> None:
    """The type doesn't depend on how many there are."""
    assert client.get("/books?shelf=attic").json() == {"shelf": ["attic"]}


def test_the_list_can_be_left_out(client: TestClient) -> None:
    """No value at all is the default."""
    assert client.get("/books").json() == {"shelf": None}


def test_documentation(schema: dict[str, Any]) -> None:
    """It is an array of text in the query."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["in"] == "query"
    assert parameter["schema"]["anyOf"][0] == {"type": "array", "items": {"type": "string"}}
