"""JSON written in one's own way."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial009c"


def test_the_json_is_indented(client: TestClient) -> None:
    """The method `render` makes the bytes."""
    response = client.get("/")
    assert response.headers["content-type"] == "application/json"
    assert response.text == '{\n  "rye": 4.5,\n  "spelt": 5.2\n}'


def test_the_data_is_documented(schema: dict[str, Any]) -> None:
    """A subclass of `JSONResponse` is documented with the schema of the data."""
    content = schema["paths"]["/"]["get"]["responses"]["200"]["content"]
    assert content["application/json"]["schema"]["type"] == "object"
