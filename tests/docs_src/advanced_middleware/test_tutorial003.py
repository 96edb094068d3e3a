"""Long answers are compressed."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "advanced_middleware/tutorial003"


def test_a_long_answer_is_compressed(client: TestClient) -> None:
    """The client unpacks it, and has received far less."""
    response = client.get("/loans?limit=100", headers={"accept-encoding": "gzip"})
    assert response.json() == ["Salt Roads"] * 100
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "Accept-Encoding"
    assert int(response.headers["content-length"]) < 200 < len(response.content)


def test_a_short_answer_stays_as_it_is(client: TestClient) -> None:
    """Below the minimum, there is nothing to gain."""
    response = client.get("/loans", headers={"accept-encoding": "gzip"})
    assert response.json() == ["Salt Roads"] * 3
    assert "content-encoding" not in response.headers


def test_a_client_that_cannot_unpack_gets_it_plain(client: TestClient) -> None:
    """The client decides."""
    response = client.get("/loans?limit=100", headers={"accept-encoding": "identity"})
    assert response.json() == ["Salt Roads"] * 100
    assert "content-encoding" not in response.headers
