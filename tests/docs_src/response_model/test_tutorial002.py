"""An answer that contains a password, as it should not."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial002"


def test_password_is_sent_back(client: TestClient) -> None:
    """The same model for both directions shows everything."""
    member = {"name": "mira", "password": "tidepool", "email": "mira@example.com"}
    response = client.post("/members", json=member)
    assert response.json() == member | {"full_name": None}


def test_wrong_address_is_refused(client: TestClient) -> None:
    """An email address needs an @."""
    member = {"name": "mira", "password": "tidepool", "email": "mira"}
    response = client.post("/members", json=member)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("value_error", ["body", "email"])
