"""A stream that keeps the connection of its check."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial013"


def test_the_connection_is_in_use_until_the_end(client: TestClient) -> None:
    """The cleanup runs behind the stream, so the connection is out of the pool meanwhile."""
    response = client.get("/books/1/read-aloud?member=mira")
    assert response.status_code == 200
    text, status = response.text.splitlines()
    assert text == "The tide came in slowly. "
    assert status.endswith("Current Checked out connections: 1")


def test_others_hear_nothing(client: TestClient) -> None:
    """The check refuses before the stream begins."""
    response = client.get("/books/1/read-aloud?member=aiko")
    assert response.status_code == 403
    assert response.json() == {"detail": "For members only"}


def test_in_the_end_every_connection_is_back(client: TestClient, module: ModuleType) -> None:
    """Nothing is left open, whatever the answer was."""
    client.get("/books/1/read-aloud?member=mira")
    client.get("/books/1/read-aloud?member=aiko")
    assert module.engine.pool.checkedout() == 0
