"""Errors are found before the stream begins."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "stream_data/tutorial003"


def test_a_known_trail_is_streamed(client: TestClient) -> None:
    """The dependency's value is what the operation streams."""
    response = client.get("/trails/ridge/guide")
    assert response.status_code == 200
    assert response.text == "Start at Alpenrose. Follow the red marks. Arrive."


def test_an_unknown_trail_is_an_error(client: TestClient) -> None:
    """A dependency runs before the first byte, so it can still choose the status."""
    response = client.get("/trails/glacier/guide")
    assert response.status_code == 404
    assert response.json() == {"detail": "No such trail"}
