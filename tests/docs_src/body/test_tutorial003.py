"""A path parameter and a body."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "body/tutorial003"


def test_both_are_read(client: TestClient) -> None:
    """The id comes from the path, the rest from the body."""
    response = client.put("/breads/7", json={"name": "Spelt roll", "price": 0.9})
    assert response.json() == {
        "bread_id": 7,
        "name": "Spelt roll",
        "note": None,
        "price": 0.9,
        "tax": None,
    }


def test_errors_of_both_come_together(client: TestClient) -> None:
    """One answer names what is wrong in either place."""
    response = client.put("/breads/roll", json={"name": "Spelt roll"})
    assert response.status_code == 422
    assert [(e["type"], e["loc"]) for e in response.json()["detail"]] == [
        ("int_parsing", ["path", "bread_id"]),
        ("missing", ["body", "price"]),
    ]
