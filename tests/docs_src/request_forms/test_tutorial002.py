"""Rules and limits for the fields of a form."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_forms/tutorial002"


def test_optional_field_may_be_empty(client: TestClient) -> None:
    """An empty field gets its default."""
    response = client.post("/wishes", data={"title": "Salt Roads", "author": ""})
    assert response.json() == {"title": "Salt Roads", "author": None}


def test_rule_is_checked(client: TestClient) -> None:
    """A title that is too short is refused."""
    response = client.post("/wishes", data={"title": "It"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("string_too_short", ["body", "title"])


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        (
            {"title": "Salt Roads", "author": "Lind", "year": "2019"},
            "Too many fields. Maximum number of fields is 2.",
        ),
        ({"title": "x" * 5000}, "Field exceeded maximum size of 4KB."),
    ],
)
def test_limits_are_kept(client: TestClient, fields: dict[str, str], detail: str) -> None:
    """Too many fields, or too much in one of them, are a bad request."""
    response = client.post("/wishes", data=fields)
    assert (response.status_code, response.json()) == (400, {"detail": detail})
