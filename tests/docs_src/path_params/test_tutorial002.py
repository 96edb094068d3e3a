"""A path parameter with a type."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial002"


def test_value_is_converted(client: TestClient) -> None:
    """The text of the URL becomes a number."""
    assert client.get("/huts/3").json() == {"hut_id": 3}


@pytest.mark.parametrize("value", ["birkenhof", "3.2"])
def test_what_is_no_integer_is_refused(client: TestClient, value: str) -> None:
    """Text and fractions are answered with the place of the error."""
    response = client.get(f"/huts/{value}")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"], error["input"]) == (
        "int_parsing",
        ["path", "hut_id"],
        value,
    )


def test_parameter_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists a required integer in the path."""
    assert schema["paths"]["/huts/{hut_id}"]["get"]["parameters"] == [
        {
            "name": "hut_id",
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "title": "Hut Id"},
        }
    ]
