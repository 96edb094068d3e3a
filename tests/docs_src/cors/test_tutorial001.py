"""An app that two origins may call, with credentials."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "cors/tutorial001"

ORIGIN = "http://localhost:8080"


def preflight(
    client: TestClient, origin: str, method: str = "PUT", headers: str = "x-token"
) -> tuple[int, str, dict[str, str]]:
    """Ask as a browser does, and return what it looks at."""
    response = client.options(
        "/beds",
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": headers,
        },
    )
    return response.status_code, response.text, dict(response.headers)


@pytest.mark.parametrize("origin", ["https://trailhead.example", ORIGIN])
def test_preflight_of_an_allowed_origin(client: TestClient, origin: str) -> None:
    """The middleware names the origin, the methods, the headers, and for how long."""
    status, text, headers = preflight(client, origin)
    assert (status, text) == (200, "OK")
    assert headers["access-control-allow-origin"] == origin
    assert headers["access-control-allow-methods"] == "GET, PUT"
    assert headers["access-control-allow-credentials"] == "true"
    assert headers["access-control-max-age"] == "600"
    assert headers["access-control-allow-headers"] == (
        "Accept, Accept-Language, Content-Language, Content-Type, X-Token"
    )


@pytest.mark.parametrize(
    ("origin", "method", "headers", "reason"),
    [
        ("http://localhost:3000", "PUT", "x-token", "origin"),
        ("https://localhost:8080", "PUT", "x-token", "origin"),
        (ORIGIN, "DELETE", "x-token", "method"),
        (ORIGIN, "PUT", "x-price", "headers"),
        ("http://localhost", "DELETE", "x-price", "origin, method, headers"),
    ],
)
def test_preflight_that_is_refused(
    client: TestClient, origin: str, method: str, headers: str, reason: str
) -> None:
    """The text says what is not allowed."""
    status, text, _ = preflight(client, origin, method, headers)
    assert (status, text) == (400, f"Disallowed CORS {reason}")


def test_options_without_a_preflights_headers_is_a_normal_request(client: TestClient) -> None:
    """The path operations answer it, here with 405."""
    assert client.options("/beds", headers={"Origin": ORIGIN}).status_code == 405


def test_simple_request_of_an_allowed_origin(client: TestClient) -> None:
    """The answer names the origin and the header that scripts may read."""
    response = client.get("/", headers={"Origin": ORIGIN})
    assert response.json() == {"hut": "Alpenrose"}
    assert response.headers["access-control-allow-origin"] == ORIGIN
    assert response.headers["access-control-expose-headers"] == "X-Beds-Free"
    assert response.headers["x-beds-free"] == "12"
    assert response.headers["vary"] == "Origin"


def test_a_foreign_origin_is_answered_without_permission(client: TestClient) -> None:
    """It is the browser that keeps the answer back."""
    response = client.get("/", headers={"Origin": "https://harbor.example"})
    assert response.status_code == 200
    assert "access-control-allow-origin" not in response.headers


def test_beds_need_a_token(client: TestClient) -> None:
    """Permission to ask is no permission to change anything."""
    put = client.put("/beds?free=9", headers={"X-Token": "edelweiss"})
    assert put.json() == {"free": 9}
    put = client.put("/beds?free=9", headers={"X-Token": "dandelion", "Origin": ORIGIN})
    assert put.status_code == 403
    assert put.json() == {"detail": "This token is not valid"}
    assert put.headers["access-control-allow-origin"] == ORIGIN


def test_a_server_error_has_no_cors_headers(app: FastAPI) -> None:
    """A browser therefore reports a failure of CORS."""

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError

    client = TestClient(app, raise_server_exceptions=False)
    response = client.get("/broken", headers={"Origin": ORIGIN})
    assert response.status_code == 500
    assert not [name for name in response.headers if name.startswith("access-control-")]
