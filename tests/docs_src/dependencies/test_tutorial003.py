"""A class as a dependency, without a type."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial003"


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        (
            "/books",
            {"q": "", "books": ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]},
        ),
        ("/books?q=S&skip=1&limit=1", {"q": "s", "books": ["The Lighthouse Keeper"]}),
    ],
)
def test_arguments_of_the_class_are_read_from_the_query(
    client: TestClient, url: str, answer: dict[str, Any]
) -> None:
    """The operation receives an instance, made with values of the request."""
    assert client.get(url).json() == answer


def test_arguments_of_the_class_are_checked(client: TestClient) -> None:
    """A wrong value is refused before the class is called."""
    response = client.get("/books", params={"limit": "few"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["query", "limit"])


def test_arguments_of_the_class_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists the arguments of `__init__` as query parameters."""
    parameters = schema["paths"]["/books"]["get"]["parameters"]
    assert [parameter["name"] for parameter in parameters] == ["q", "skip", "limit"]
