"""An optional query parameter without limits."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial001"


def test_without_the_parameter_all_books_are_listed(client: TestClient) -> None:
    """The parameter is optional."""
    assert client.get("/books").json() == [
        "Salt Roads",
        "The Lighthouse Keeper",
        "Tides and Timber",
    ]


def test_the_parameter_selects_books(client: TestClient) -> None:
    """A part of a title is enough, in any case."""
    assert client.get("/books", params={"q": "tides"}).json() == ["Tides and Timber"]
