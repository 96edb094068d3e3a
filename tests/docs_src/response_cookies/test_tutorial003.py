"""A cookie that is kept safe, and one that is taken back."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_cookies/tutorial003"


def test_the_cookie_has_its_limits(client: TestClient) -> None:
    """The cookie ends by itself, and scripts and other sites don't get it."""
    response = client.post("/login/")
    assert response.json() == {"welcome": "mira"}
    _, *attributes = response.headers["set-cookie"].split("; ")
    assert attributes == ["HttpOnly", "Max-Age=3600", "Path=/", "SameSite=strict", "Secure"]


def test_each_session_has_its_own_value(client: TestClient) -> None:
    """The value can't be guessed from another one."""
    first, second = (client.post("/login/").headers["set-cookie"] for _ in range(2))
    assert first.partition(";")[0] != second.partition(";")[0]


def test_the_cookie_is_taken_back(client: TestClient) -> None:
    """Deleting means sending an empty cookie that has already ended."""
    response = client.post("/logout/")
    assert response.json() == {"goodbye": "mira"}
    cookie = response.headers["set-cookie"]
    assert cookie.startswith('session=""; expires=')
    assert "Max-Age=0" in cookie
