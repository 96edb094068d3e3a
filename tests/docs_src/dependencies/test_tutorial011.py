"""Instances of a class as dependencies."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial011"


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("/huts", ["Alpenrose", "Birkenhof"]),
        ("/huts?skip=3", ["Wildsee"]),
        ("/huts?limit=1", ["Alpenrose"]),
        ("/trails", ["Ridge Walk", "Lake Path", "Old Salt Road"]),
        ("/trails?limit=100", ["Ridge Walk", "Lake Path", "Old Salt Road"]),
    ],
)
def test_each_instance_has_its_own_limit(client: TestClient, target: str, found: list[str]) -> None:
    """The instance decides how much a client can have, the client decides within that."""
    assert client.get(target).json() == found


def test_the_parameters_of_call_are_checked(client: TestClient) -> None:
    """What `__call__` takes is read from the query and converted."""
    response = client.get("/huts?limit=few")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["query", "limit"])


@pytest.mark.parametrize("query", ["skip=-1", "limit=-1"])
def test_no_negative_number_gets_around_the_limit(client: TestClient, query: str) -> None:
    """A slice counts negative numbers from the end, so they are refused."""
    response = client.get(f"/huts?{query}")
    assert response.status_code == 422
    assert response.json()["detail"][0]["type"] == "greater_than_equal"


def test_the_parameters_of_init_are_no_parameters(schema: dict[str, Any]) -> None:
    """OpenAPI lists what `__call__` takes, and nothing of `__init__`."""
    parameters = schema["paths"]["/huts"]["get"]["parameters"]
    assert [parameter["name"] for parameter in parameters] == ["skip", "limit"]
