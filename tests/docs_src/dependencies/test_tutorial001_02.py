"""A dependency under a name of its own."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial001_02"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/books", ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]),
        ("/books?q=TI", ["Tides and Timber"]),
        ("/members", ["aiko", "jonas", "mira", "tomas"]),
        ("/members?skip=1&limit=2", ["jonas", "mira"]),
    ],
)
def test_parameters_of_the_dependency_work_in_both(
    client: TestClient, url: str, found: list[str]
) -> None:
    """The dependency's parameters are read from the query, with their defaults."""
    assert client.get(url).json() == found


@pytest.mark.parametrize("path", ["/books", "/members"])
def test_parameters_of_the_dependency_are_checked(client: TestClient, path: str) -> None:
    """A wrong value is refused before the operation is called."""
    response = client.get(path, params={"skip": "few"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["query", "skip"])


@pytest.mark.parametrize("path", ["/books", "/members"])
def test_parameters_of_the_dependency_are_documented(schema: dict[str, Any], path: str) -> None:
    """OpenAPI lists them for each operation that uses the dependency."""
    parameters = schema["paths"][path]["get"]["parameters"]
    assert [parameter["name"] for parameter in parameters] == ["q", "skip", "limit"]
    assert {parameter["in"] for parameter in parameters} == {"query"}
    assert not any(parameter["required"] for parameter in parameters)
