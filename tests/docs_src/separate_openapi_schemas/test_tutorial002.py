"""One model with one schema."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "separate_openapi_schemas/tutorial002"


def test_there_is_one_schema(schema: dict[str, Any]) -> None:
    """It is that of the input, for both directions."""
    schemas = schema["components"]["schemas"]
    assert schemas["Bread"]["required"] == ["name"]
    assert {name for name in schemas if name.startswith("Bread")} == {"Bread"}
    operation = schema["paths"]["/breads/"]["post"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/Bread"}


def test_the_answers_are_the_same_as_with_two(client: TestClient) -> None:
    """The setting is about the schema only."""
    answer = client.post("/breads/", json={"name": "Bun"})
    assert answer.json() == {"name": "Bun", "description": None}
    assert client.get("/breads/").json() == [
        {"name": "Rye loaf", "description": "Dark, with a thick crust"},
        {"name": "Bun", "description": None},
    ]
