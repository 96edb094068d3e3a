"""A dataclass as a body."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "dataclasses_/tutorial001"


def test_the_body_is_converted(client: TestClient) -> None:
    """Text becomes a number, what is left out gets its default."""
    response = client.post("/breads", json={"name": "Rye loaf", "price": "4.2"})
    assert response.status_code == 200
    assert response.json() == {"name": "Rye loaf", "price": 4.2, "note": None, "tax": None}


@pytest.mark.parametrize(
    ("body", "kind"),
    [({"name": "Rye loaf", "price": "cheap"}, "float_parsing"), ({"name": "Rye loaf"}, "missing")],
)
def test_wrong_data_is_refused(client: TestClient, body: dict[str, str], kind: str) -> None:
    """The error names the field of the dataclass."""
    response = client.post("/breads", json=body)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["body", "price"])


def test_the_schema_is_that_of_a_model(schema: dict[str, Any]) -> None:
    """Fields without a default are required."""
    bread = schema["components"]["schemas"]["Bread"]
    assert bread["required"] == ["name", "price"]
    assert bread["properties"]["price"] == {"type": "number", "title": "Price"}
