"""A computed field, which always makes two schemas."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "separate_openapi_schemas/tutorial003"


def test_both_schemas_remain(schema: dict[str, Any]) -> None:
    """The setting can't join them: only an answer has the computed field."""
    schemas = schema["components"]["schemas"]
    assert "total" not in schemas["Order-Input"]["properties"]
    assert schemas["Order-Output"]["properties"]["total"]["readOnly"] is True
    assert schemas["Order-Output"]["required"] == ["bread", "pieces", "price", "total"]


def test_the_field_is_computed(client: TestClient) -> None:
    """The client sends three fields and gets four."""
    order = {"bread": "Bun", "pieces": 4, "price": 90}
    assert client.post("/orders/", json=order).json() == {**order, "total": 360}
