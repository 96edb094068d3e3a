"""A dataclass as a response model."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "dataclasses_/tutorial002"


def test_a_dictionary_is_converted_and_filtered(client: TestClient) -> None:
    """What the dataclass does not have is left out, what is text becomes a number."""
    assert client.get("/breads/today").json() == {
        "name": "Spelt roll",
        "price": 0.95,
        "allergens": ["gluten"],
        "note": None,
    }


def test_the_answer_is_documented(schema: dict[str, Any]) -> None:
    """The response refers to the schema of the dataclass."""
    response = schema["paths"]["/breads/today"]["get"]["responses"]["200"]
    reference = {"$ref": "#/components/schemas/Bread"}
    assert response["content"]["application/json"]["schema"] == reference
