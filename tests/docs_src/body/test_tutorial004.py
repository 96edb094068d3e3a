"""A path parameter, a query parameter and a body."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "body/tutorial004"

BODY = {"name": "Spelt roll", "price": 0.9}


def test_all_three_are_read(client: TestClient) -> None:
    """Each value is taken from its own place."""
    response = client.put("/breads/7?reason=flour+price", json=BODY)
    assert response.json() == {
        "bread_id": 7,
        "note": None,
        "tax": None,
        **BODY,
        "reason": "flour price",
    }


def test_the_query_is_optional(client: TestClient) -> None:
    """Without a reason, the answer has none."""
    response = client.put("/breads/7", json=BODY)
    assert response.status_code == 200
    assert "reason" not in response.json()


def test_places_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI lists path, query and body."""
    operation = schema["paths"]["/breads/{bread_id}"]["put"]
    assert {p["name"]: p["in"] for p in operation["parameters"]} == {
        "bread_id": "path",
        "reason": "query",
    }
    assert "application/json" in operation["requestBody"]["content"]
