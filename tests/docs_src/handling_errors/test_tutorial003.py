"""A handler for an exception of the app's own."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial003"


def test_free_beds_are_booked(client: TestClient) -> None:
    """A booking that fits is accepted."""
    response = client.post("/huts/alpenrose/bookings?guests=2")
    assert (response.status_code, response.json()) == (200, {"name": "alpenrose", "guests": 2})


def test_handler_answers(client: TestClient) -> None:
    """The exception of the function below the operation reaches the handler."""
    response = client.post("/huts/alpenrose/bookings?guests=5")
    assert response.status_code == 409
    assert response.json() == {"problem": "alpenrose is full", "free_beds": 2}
