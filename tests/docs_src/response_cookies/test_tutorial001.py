"""A cookie on a response built by hand."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_cookies/tutorial001"


def test_the_cookie_comes_with_the_data(client: TestClient) -> None:
    """The answer has the data and asks the client to keep the cookie."""
    response = client.post("/visits/")
    assert response.status_code == 200
    assert response.json() == {"desk": "Harbor Library"}
    assert response.headers["set-cookie"] == "reading_room=north; Path=/; SameSite=lax"
    assert client.cookies["reading_room"] == "north"
