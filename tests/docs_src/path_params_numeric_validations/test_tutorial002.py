"""Two required parameters, in another order than the URL."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_params_numeric_validations/tutorial002"


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


def test_the_title_is_documented(schema: dict[str, Any]) -> None:
    """A path parameter is required in any case."""
    parameters = schema["paths"]["/trails/{trail_id}"]["get"]["parameters"]
    found = {parameter["name"]: parameter for parameter in parameters}
    assert found["trail_id"]["schema"]["title"] == "The number of the trail"
    assert found["trail_id"]["required"] is True
    assert found["day"]["required"] is True
