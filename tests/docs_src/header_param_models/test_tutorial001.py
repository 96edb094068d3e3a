"""Headers gathered in a model."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "header_param_models/tutorial001"


def test_each_field_is_a_header(client: TestClient) -> None:
    """A list takes each value that was sent, and other headers are ignored."""
    headers = [("Save-Data", "on"), ("X-Tag", "wind"), ("X-Tag", "snow"), ("X-Other", "1")]
    response = client.get("/stations", headers=headers)
    assert response.status_code == 200
    assert response.json() == {
        "host": "testserver",
        "save_data": True,
        "if_modified_since": None,
        "traceparent": None,
        "x_tag": ["wind", "snow"],
    }


def test_a_required_header_is_missed(client: TestClient) -> None:
    """The answer names it as it is sent, with a hyphen."""
    response = client.get("/stations")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["header", "save-data"])


def test_names_are_documented_with_hyphens(schema: dict[str, Any]) -> None:
    """OpenAPI shows no trace of the model."""
    parameters = schema["paths"]["/stations"]["get"]["parameters"]
    assert [(p["in"], p["name"]) for p in parameters] == [
        ("header", "host"),
        ("header", "save-data"),
        ("header", "if-modified-since"),
        ("header", "traceparent"),
        ("header", "x-tag"),
    ]
