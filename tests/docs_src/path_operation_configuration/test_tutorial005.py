"""A description of the answer."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial005"


def test_operation_answers(client: TestClient) -> None:
    """The texts change nothing for the client."""
    bread = {"name": "Rye loaf", "price": 4.2, "allergens": ["gluten"]}
    assert client.post("/breads", json=bread).json() == bread


def test_texts_are_documented(schema: dict[str, Any]) -> None:
    """The answer has a description of its own."""
    operation = schema["paths"]["/breads"]["post"]
    assert operation["summary"] == "Put a bread on the list"
    assert operation["description"] == "The shop sells it **from the next morning** on."
    assert operation["responses"]["200"]["description"] == "The bread as it will be sold"
