"""A route class for one router."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "custom_request_and_route/tutorial003"


def test_operations_of_the_app_are_as_before(client: TestClient) -> None:
    """There is no time outside of the router."""
    response = client.get("/")
    assert response.json() == {"summit": "Steinbock"}
    assert "x-response-time" not in response.headers


def test_operations_of_the_router_tell_the_time(client: TestClient) -> None:
    """The header holds seconds."""
    response = client.get("/timed")
    assert response.json() == {"forecast": "Clear until noon."}
    assert 0 < float(response.headers["x-response-time"]) < 5
