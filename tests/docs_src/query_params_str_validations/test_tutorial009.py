"""Another name in the URL."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial009"


def test_without_the_parameter_all_books_are_listed(client: TestClient) -> None:
    """The parameter is optional."""
    assert client.get("/books").json() == [
        "Salt Roads",
        "The Lighthouse Keeper",
        "Tides and Timber",
    ]


def test_the_parameter_selects_books(client: TestClient) -> None:
    """A part of a title is enough, in any case."""
    assert client.get("/books", params={"title-part": "tides"}).json() == ["Tides and Timber"]


def test_the_name_of_the_argument_is_unknown_outside(client: TestClient) -> None:
    """Only the alias is read."""
    assert client.get("/books?q=tides").json() == [
        "Salt Roads",
        "The Lighthouse Keeper",
        "Tides and Timber",
    ]


def test_documentation(schema: dict[str, Any]) -> None:
    """OpenAPI knows the alias only."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["name"] == "title-part"
