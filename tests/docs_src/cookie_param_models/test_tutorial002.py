"""A model of cookies that forbids all others."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "cookie_param_models/tutorial002"


def test_known_cookies_are_read(client: TestClient) -> None:
    """The fields work as before."""
    client.cookies.update({"session_id": "s-4711", "theme": "dark"})
    response = client.get("/books")
    assert response.status_code == 200
    assert response.json() == {"session_id": "s-4711", "last_shelf": None, "theme": "dark"}


def test_unknown_cookies_are_refused(client: TestClient) -> None:
    """The answer names the cookie that nobody declared."""
    client.cookies.update({"session_id": "s-4711", "cart": "7"})
    response = client.get("/books")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("extra_forbidden", ["cookie", "cart"])
