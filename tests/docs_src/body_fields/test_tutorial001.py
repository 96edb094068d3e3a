"""Rules and notes for the fields of a model."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body_fields/tutorial001"


def test_fitting_data_is_accepted(client: TestClient) -> None:
    """A field with rules and a default is still optional."""
    response = client.put("/breads/7", json={"bread": {"name": "Rye loaf", "price": 4.2}})
    assert response.status_code == 200
    assert response.json() == {
        "bread_id": 7,
        "bread": {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None},
    }


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        ({"price": -3}, "greater_than", "price"),
        ({"price": 0}, "greater_than", "price"),
        ({"note": "crumb" * 61}, "string_too_long", "note"),
    ],
)
def test_each_field_has_its_rule(
    client: TestClient, change: dict[str, Any], kind: str, field: str
) -> None:
    """The place of the error leads to the field."""
    bread = {"name": "Rye loaf", "price": 4.2, **change}
    response = client.put("/breads/7", json={"bread": bread})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["body", "bread", field])


def test_rules_are_documented(schema: dict[str, Any]) -> None:
    """JSON Schema has the limits and the notes."""
    bread = schema["components"]["schemas"]["Bread"]
    assert bread["required"] == ["name", "price"]
    assert bread["properties"]["price"]["exclusiveMinimum"] == 0
    assert bread["properties"]["note"]["anyOf"][0]["maxLength"] == 300
    assert bread["properties"]["note"]["title"] == "A note for the customer"
