"""Query parameters with default values."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "query_params/tutorial001"


@pytest.mark.parametrize(
    ("query", "huts"),
    [
        ("", ["Alpenrose", "Birkenhof", "Steinbock"]),
        ("?skip=0&limit=3", ["Alpenrose", "Birkenhof", "Steinbock"]),
        ("?skip=3", ["Tannegg", "Wildsee"]),
        ("?limit=1&skip=1", ["Birkenhof"]),
    ],
)
def test_what_is_left_out_takes_its_default(
    client: TestClient, query: str, huts: list[str]
) -> None:
    """Each parameter can be left out alone, and their order is free."""
    response = client.get(f"/huts{query}")
    assert response.status_code == 200
    assert response.json() == huts


def test_text_is_no_number(client: TestClient) -> None:
    """The value is checked against the type."""
    response = client.get("/huts?skip=many")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["query", "skip"])


def test_defaults_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists both parameters as optional, with their defaults."""
    parameters = schema["paths"]["/huts"]["get"]["parameters"]
    assert [(p["in"], p["name"], p["required"], p["schema"]["default"]) for p in parameters] == [
        ("query", "skip", False, 0),
        ("query", "limit", False, 3),
    ]
