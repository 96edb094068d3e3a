"""A shortest and a longest length."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial003"


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


@pytest.mark.parametrize(
    ("value", "kind"),
    [("a very long title indeed", "string_too_long"), ("ti", "string_too_short")],
)
def test_what_does_not_fit_is_refused(client: TestClient, value: str, kind: str) -> None:
    """The answer names the rule that was broken."""
    response = client.get("/books", params={"q": value})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["query", "q"])
