"""A path parameter with a title."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_params_numeric_validations/tutorial001"


def test_the_query_is_optional(client: TestClient) -> None:
    """Only the path is needed."""
    assert client.get("/trails/7").json() == {"trail_id": 7, "day": None}


def test_the_query_has_another_name(client: TestClient) -> None:
    """The alias is read from the URL."""
    assert client.get("/trails/7?hike-day=monday").json() == {"trail_id": 7, "day": "monday"}


def test_the_title_is_documented(schema: dict[str, Any]) -> None:
    """A path parameter is required in any case."""
    parameters = schema["paths"]["/trails/{trail_id}"]["get"]["parameters"]
    found = {parameter["name"]: parameter for parameter in parameters}
    assert found["trail_id"]["schema"]["title"] == "The number of the trail"
    assert found["trail_id"]["required"] is True
    assert found["hike-day"]["required"] is False
