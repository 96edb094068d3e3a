"""Limits for a number with a fraction."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_params_numeric_validations/tutorial006"


def test_all_values_are_read(client: TestClient) -> None:
    """A fraction is a number, too."""
    response = client.get("/trails/7?day=monday&hours=0.5")
    assert response.json() == {"trail_id": 7, "day": "monday", "hours": 0.5}


@pytest.mark.parametrize(
    ("url", "kind", "place"),
    [
        ("/trails/0?day=monday&hours=1", "greater_than_equal", ["path", "trail_id"]),
        ("/trails/1001?day=monday&hours=1", "less_than_equal", ["path", "trail_id"]),
        ("/trails/7?day=monday&hours=0", "greater_than", ["query", "hours"]),
        ("/trails/7?day=monday&hours=10.5", "less_than", ["query", "hours"]),
    ],
)
def test_numbers_out_of_range_are_refused(
    client: TestClient, url: str, kind: str, place: list[str]
) -> None:
    """The answer names the limit that was crossed."""
    response = client.get(url)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, place)


@pytest.mark.parametrize(
    "url", ["/trails/1?day=monday&hours=10.4", "/trails/1000?day=monday&hours=0.1"]
)
def test_numbers_at_the_limit_are_accepted(client: TestClient, url: str) -> None:
    """A limit that includes itself accepts itself."""
    assert client.get(url).status_code == 200


def test_limits_are_documented(schema: dict[str, Any]) -> None:
    """JSON Schema has a word for each limit."""
    parameters = schema["paths"]["/trails/{trail_id}"]["get"]["parameters"]
    found = {parameter["name"]: parameter["schema"] for parameter in parameters}
    assert found["hours"]["exclusiveMinimum"] == 0
    assert found["hours"]["exclusiveMaximum"] == 10.5
