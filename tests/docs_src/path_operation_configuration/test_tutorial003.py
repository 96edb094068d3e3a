"""A summary and a description as arguments."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial003"


def test_operation_answers(client: TestClient) -> None:
    """The texts change nothing for the client."""
    bread = {"name": "Rye loaf", "price": 4.2, "allergens": ["gluten"]}
    assert client.post("/breads", json=bread).json() == bread


def test_texts_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has both."""
    operation = schema["paths"]["/breads"]["post"]
    assert operation["summary"] == "Put a bread on the list"
    assert operation["description"] == "The shop sells it from the next morning on."
