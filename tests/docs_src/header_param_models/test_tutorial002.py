"""A model of headers that forbids all others."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "header_param_models/tutorial002"


def test_known_headers_are_read(client: TestClient) -> None:
    """A client that sends nothing else is served."""
    client.headers.clear()
    response = client.get("/stations", headers={"Save-Data": "on", "X-Tag": "wind"})
    assert response.status_code == 200
    assert response.json()["x_tag"] == ["wind"]


def test_every_other_header_is_refused(client: TestClient) -> None:
    """What a client adds by itself counts, too."""
    response = client.get("/stations", headers={"Save-Data": "on", "Tool": "sieve"})
    assert response.status_code == 422
    errors = [(error["type"], error["loc"][1]) for error in response.json()["detail"]]
    assert ("extra_forbidden", "tool") in errors
    assert ("extra_forbidden", "accept") in errors
    assert ("extra_forbidden", "user-agent") in errors
