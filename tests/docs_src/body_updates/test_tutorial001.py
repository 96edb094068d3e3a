"""Replacing a thing as a whole."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "body_updates/tutorial001"


def test_stored_bread_is_sent(client: TestClient) -> None:
    """What is not stored has the default of the model."""
    assert client.get("/breads/rye").json() == {
        "name": "Rye loaf",
        "note": None,
        "price": 4.2,
        "tax": 0.3,
        "allergens": [],
    }


def test_fields_that_are_not_sent_are_reset(client: TestClient) -> None:
    """The stored values are overwritten with the defaults."""
    body = {"name": "Poppy seed cake", "price": 12.5}
    expected = body | {"note": None, "tax": 0.3, "allergens": []}
    assert client.put("/breads/cake", json=body).json() == expected
    assert client.get("/breads/cake").json() == expected


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_unknown_bread_is_not_found(client: TestClient, method: str) -> None:
    """A bread that is not there can neither be read nor replaced."""
    response = client.request(method, "/breads/corn", json={"price": 1})
    assert (response.status_code, response.json()) == (404, {"detail": "No such bread"})
