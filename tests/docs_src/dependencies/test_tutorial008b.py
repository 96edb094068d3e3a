"""A dependency that turns an exception into an answer."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial008b"


def test_own_booking_is_shown(client: TestClient) -> None:
    """Without an exception, nothing happens behind `yield`."""
    assert client.get("/bookings/1").json() == {"hut": "Alpenrose", "hiker": "mira"}


def test_the_dependency_answers_for_the_exception(client: TestClient) -> None:
    """The dependency catches what the operation raises, and raises an HTTPException."""
    response = client.get("/bookings/2")
    assert response.status_code == 400
    assert response.json() == {"detail": "This booking is for jonas"}


def test_other_exceptions_pass(client: TestClient) -> None:
    """An HTTPException of the operation reaches the client unchanged."""
    response = client.get("/bookings/3")
    assert response.status_code == 404
    assert response.json() == {"detail": "No such booking"}
