"""Everything about one parameter."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial010"


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


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("a very long title indeed", "string_too_long"),
        ("ti", "string_too_short"),
        ("salt7", "string_pattern_mismatch"),
    ],
)
def test_what_does_not_fit_is_refused(client: TestClient, value: str, kind: str) -> None:
    """The answer names the rule that was broken."""
    response = client.get("/books", params={"title-part": value})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["query", "title-part"])


def test_documentation(schema: dict[str, Any]) -> None:
    """All metadata is there."""
    (parameter,) = schema["paths"]["/books"]["get"]["parameters"]
    assert parameter["name"] == "title-part"
    assert parameter["deprecated"] is True
    assert parameter["description"].startswith("Part of a title.")
    assert parameter["schema"]["title"] == "Search text"
    assert parameter["schema"]["anyOf"][0] == {
        "type": "string",
        "minLength": 3,
        "maxLength": 20,
        "pattern": "^[A-Za-z ]+$",
    }
