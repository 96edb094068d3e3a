"""An error of the operation's choice."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial001"


def test_known_hut_is_sent(client: TestClient) -> None:
    """A hut that is there is no error."""
    assert client.get("/huts/alpenrose").json() == {"name": "alpenrose", "beds": 24}


def test_unknown_hut_is_an_error(client: TestClient) -> None:
    """A hut that is not there is answered with status and detail."""
    response = client.get("/huts/seeblick")
    assert (response.status_code, response.json()) == (404, {"detail": "No hut of this name"})
