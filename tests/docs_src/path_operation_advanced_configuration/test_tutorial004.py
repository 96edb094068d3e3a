"""A docstring of which only a part is shown."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_advanced_configuration/tutorial004"


def test_an_order_is_returned(client: TestClient) -> None:
    """Defaults are filled in."""
    response = client.post("/orders", json={"bread": "rye"})
    assert response.json() == {"bread": "rye", "count": 1, "allergens": []}


def test_an_order_needs_a_bread(client: TestClient) -> None:
    """Data that does not fit is refused."""
    assert client.post("/orders", json={"count": 2}).status_code == 422


def test_the_description_ends_at_the_form_feed(schema: dict[str, Any]) -> None:
    """What follows the form feed stays in the code."""
    operation = schema["paths"]["/orders"]["post"]
    assert operation["summary"] == "Order bread for tomorrow"
    assert operation["description"].startswith("Orders received before **18:00**")
    assert operation["description"].endswith("`allergens`: what must not be in it")
