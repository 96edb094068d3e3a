"""A model of headers with underscores in their names."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "header_param_models/tutorial003"


def test_underscores_are_kept(client: TestClient) -> None:
    """Headers are read under the names of the fields."""
    response = client.get("/stations", headers={"save_data": "on", "x_tag": "wind"})
    assert response.status_code == 200
    assert (response.json()["save_data"], response.json()["x_tag"]) == (True, ["wind"])


def test_a_hyphen_is_another_name(client: TestClient) -> None:
    """Nothing is converted."""
    response = client.get("/stations", headers={"Save-Data": "on"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["header", "save_data"])


def test_names_are_documented_with_underscores(schema: dict[str, Any]) -> None:
    """OpenAPI knows the headers under the names that are sent."""
    parameters = schema["paths"]["/stations"]["get"]["parameters"]
    names = [parameter["name"] for parameter in parameters]
    assert names == ["host", "save_data", "if_modified_since", "traceparent", "x_tag"]
