"""One model with two schemas."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "separate_openapi_schemas/tutorial001"


def test_there_is_a_schema_for_each_direction(schema: dict[str, Any]) -> None:
    """In an answer, the field with a default is required as well."""
    schemas = schema["components"]["schemas"]
    assert schemas["Bread-Input"]["required"] == ["name"]
    assert schemas["Bread-Output"]["required"] == ["name", "description"]
    assert "Bread" not in schemas


def test_operations_use_the_schema_of_their_direction(schema: dict[str, Any]) -> None:
    """The body is an input, the answer an output."""
    operation = schema["paths"]["/breads/"]["post"]
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Bread-Input"}
    assert answer == {"$ref": "#/components/schemas/Bread-Output"}


def test_the_default_is_filled_in(client: TestClient) -> None:
    """A client may leave the field out, and always gets it."""
    answer = client.post("/breads/", json={"name": "Bun"})
    assert answer.json() == {"name": "Bun", "description": None}
    assert client.get("/breads/").json() == [
        {"name": "Rye loaf", "description": "Dark, with a thick crust"},
        {"name": "Bun", "description": None},
    ]
