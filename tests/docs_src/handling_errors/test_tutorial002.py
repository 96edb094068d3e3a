"""An error with data and headers."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial002"


def test_known_hut_is_sent(client: TestClient) -> None:
    """Without an error there is no header either."""
    response = client.get("/huts/alpenrose")
    assert response.json() == {"name": "alpenrose", "beds": 24}
    assert "x-known-huts" not in response.headers


def test_error_has_data_and_header(client: TestClient) -> None:
    """The detail may be any data, and headers are added."""
    response = client.get("/huts/seeblick")
    assert response.status_code == 404
    assert response.headers["x-known-huts"] == "2"
    assert response.json() == {
        "detail": {"problem": "No hut of this name", "known": ["alpenrose", "birkenhof"]}
    }
