"""Dependencies with yield that depend on each other."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial008"


def test_they_are_closed_in_reverse_order(client: TestClient) -> None:
    """What was opened last is closed first, and what it depends on is still there."""
    assert client.get("/loaf").json() == {"sold": "loaf"}
    assert client.get("/diary").json() == [
        "unlock the door",
        "light the oven of the shop",
        "put a loaf into the oven",
        "sell the loaf",
        "sweep the oven",
        "put out the oven of the shop",
        "lock the door",
    ]
