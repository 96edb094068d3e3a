"""A limit for the size of the body."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial004"


def test_small_file_is_received(client: TestClient) -> None:
    """A file below the limit is accepted."""
    response = client.post("/tracks", files={"track": ("ridge.gpx", b"<gpx/>")})
    assert (response.status_code, response.json()) == (200, {"size": 6})


def test_large_body_is_refused(client: TestClient) -> None:
    """A body above the limit is not read to its end."""
    response = client.post("/tracks", files={"track": ("ridge.gpx", b"<" * 501)})
    assert (response.status_code, response.text) == (413, "Content Too Large")
