"""A set of text."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "body_nested_models/tutorial003"

BREAD = {"name": "Rye loaf", "price": 4.2}


def test_duplicates_are_dropped(client: TestClient) -> None:
    """A set holds each item once."""
    body = {**BREAD, "allergens": ["gluten", "nuts", "gluten"]}
    response = client.put("/breads/7", json=body)
    assert sorted(response.json()["bread"]["allergens"]) == ["gluten", "nuts"]


def test_uniqueness_is_documented(schema: dict[str, Any]) -> None:
    """JSON has no sets, JSON Schema has unique items."""
    allergens = schema["components"]["schemas"]["Bread"]["properties"]["allergens"]
    assert (allergens["type"], allergens["uniqueItems"]) == ("array", True)
