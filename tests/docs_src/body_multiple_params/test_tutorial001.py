"""An optional body beside a path and a query."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body_multiple_params/tutorial001"

BREAD = {"name": "Rye loaf", "note": None, "price": 4.2, "tax": None}


def test_all_three_are_read(client: TestClient) -> None:
    """Path, query and body each have their own place."""
    response = client.put("/breads/7?reason=flour", json=BREAD)
    assert response.json() == {"bread_id": 7, "reason": "flour", "bread": BREAD}


def test_the_body_can_be_left_out(client: TestClient) -> None:
    """With the default `None`, a request without a body is fine."""
    response = client.put("/breads/7")
    assert response.status_code == 200
    assert response.json() == {"bread_id": 7}


def test_null_is_no_bread(client: TestClient) -> None:
    """A JSON `null` counts as none."""
    assert client.put("/breads/7", json=None).json() == {"bread_id": 7}


@pytest.mark.parametrize(
    ("bread_id", "kind"), [(-1, "greater_than_equal"), (1001, "less_than_equal")]
)
def test_the_number_has_limits(client: TestClient, bread_id: int, kind: str) -> None:
    """The path is checked as without a body."""
    response = client.put(f"/breads/{bread_id}")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == (kind, ["path", "bread_id"])


def test_the_body_is_documented_as_optional(schema: dict[str, Any]) -> None:
    """OpenAPI doesn't demand it."""
    body = schema["paths"]["/breads/{bread_id}"]["put"]["requestBody"]
    assert body.get("required", False) is False
