"""An error that repeats the body."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial005"


def test_booking_is_accepted(client: TestClient) -> None:
    """A body that fits is no error."""
    booking = {"name": "aiko", "guests": 2}
    assert client.post("/bookings", json=booking).json() == booking


def test_body_is_repeated(client: TestClient) -> None:
    """The client sees what it has sent beside the error."""
    response = client.post("/bookings", json={"name": "aiko", "guests": "two"})
    assert response.status_code == 422
    answer = response.json()
    (error,) = answer["detail"]
    assert (error["type"], error["loc"]) == ("int_parsing", ["body", "guests"])
    assert answer["body"] == {"name": "aiko", "guests": "two"}
