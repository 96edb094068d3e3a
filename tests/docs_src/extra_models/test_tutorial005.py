"""An answer with any keys."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "extra_models/tutorial005"


def test_values_have_the_declared_type(client: TestClient) -> None:
    """The whole number becomes a float like the others."""
    response = client.get("/fees")
    assert response.text == '{"book":0.2,"map":0.5,"audio book":1.0}'


def test_type_of_the_values_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has an object of numbers."""
    answer = schema["paths"]["/fees"]["get"]["responses"]["200"]
    found = answer["content"]["application/json"]["schema"]
    assert (found["type"], found["additionalProperties"]) == ("object", {"type": "number"})
