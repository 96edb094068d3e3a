"""A number with a least value."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_params_numeric_validations/tutorial004"


def test_both_values_are_read(client: TestClient) -> None:
    """The number comes from the path, the day from the query."""
    response = client.get("/trails/7?day=monday")
    assert response.json() == {"trail_id": 7, "day": "monday"}


def test_the_day_is_required(client: TestClient) -> None:
    """A query parameter without a default can't be left out."""
    response = client.get("/trails/7")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "day"])


@pytest.mark.parametrize(
    ("url", "kind", "place"), [("/trails/0?day=monday", "greater_than_equal", ["path", "trail_id"])]
)
def test_numbers_out_of_range_are_refused(
    client: TestClient, url: str, kind: str, place: list[str]
) -> None:
    """The answer names the limit that was crossed."""
    response = client.get(url)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, place)


@pytest.mark.parametrize("url", ["/trails/1?day=monday"])
def test_numbers_at_the_limit_are_accepted(client: TestClient, url: str) -> None:
    """A limit that includes itself accepts itself."""
    assert client.get(url).status_code == 200


def test_limits_are_documented(schema: dict[str, Any]) -> None:
    """JSON Schema has a word for each limit."""
    parameters = schema["paths"]["/trails/{trail_id}"]["get"]["parameters"]
    found = {parameter["name"]: parameter["schema"] for parameter in parameters}
    assert found["trail_id"]["minimum"] == 1
