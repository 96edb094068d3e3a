"""Changing some fields of a thing."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body_updates/tutorial002"

CAKE = {
    "name": "Poppy seed cake",
    "note": "Sundays only",
    "price": 12.0,
    "tax": 2.3,
    "allergens": ["gluten", "egg"],
}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Poppy seed cake", "price": 12.5},
        {"note": None},
        {"tax": 0.3},
        {},
    ],
)
def test_only_sent_fields_change(client: TestClient, changes: dict[str, Any]) -> None:
    """A null and a default that are sent count as changes, too."""
    assert client.patch("/breads/cake", json=changes).json() == CAKE | changes
    assert client.get("/breads/cake").json() == CAKE | changes


def test_wrong_value_is_refused(client: TestClient) -> None:
    """The sent fields are checked, and nothing is changed."""
    response = client.patch("/breads/cake", json={"price": "much"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("float_parsing", ["body", "price"])
    assert client.get("/breads/cake").json() == CAKE


@pytest.mark.parametrize("method", ["GET", "PATCH"])
def test_unknown_bread_is_not_found(client: TestClient, method: str) -> None:
    """A bread that is not there can neither be read nor changed."""
    response = client.request(method, "/breads/corn", json={"price": 1})
    assert (response.status_code, response.json()) == (404, {"detail": "No such bread"})
