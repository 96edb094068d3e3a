"""A dependency with a dependency."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial005"


@pytest.mark.parametrize(
    ("query", "cookie", "answer"),
    [
        ("?q=tides", "last_query=salt", "tides"),
        ("?q=tides", "", "tides"),
        ("", "last_query=salt", "salt"),
        ("", "", None),
    ],
)
def test_the_query_wins_over_the_cookie(
    client: TestClient, query: str, cookie: str, answer: str | None
) -> None:
    """The outer dependency takes the cookie where the inner one returns nothing."""
    response = client.get(f"/books{query}", headers={"cookie": cookie} if cookie else {})
    assert response.json() == {"searched_for": answer}


def test_parameters_of_the_whole_chain_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists what the inner and the outer dependency read."""
    parameters = schema["paths"]["/books"]["get"]["parameters"]
    assert {(parameter["name"], parameter["in"]) for parameter in parameters} == {
        ("q", "query"),
        ("last_query", "cookie"),
    }
