"""A connection that is closed when the operation has returned."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial014b"


def test_the_connection_is_free_during_the_stream(client: TestClient) -> None:
    """With the scope of the function, the cleanup runs before the stream begins."""
    response = client.get("/books/1/read-aloud?member=mira")
    assert response.status_code == 200
    text, status = response.text.splitlines()
    assert text == "The tide came in slowly. "
    assert status.endswith("Current Checked out connections: 0")


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
