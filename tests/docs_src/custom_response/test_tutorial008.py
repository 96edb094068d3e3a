"""A file, streamed by a generator."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial008"


def test_the_file_is_streamed(client: TestClient) -> None:
    """The content is the file; headers about a file are missing."""
    Path("webcam.mp4").write_bytes(b"first\nsecond\n")
    response = client.get("/webcam")
    assert response.content == b"first\nsecond\n"
    assert response.headers["content-type"] == "video/mp4"
    assert not {"accept-ranges", "etag", "last-modified"} & set(response.headers)


def test_a_missing_file_is_found_out_in_time(client: TestClient) -> None:
    """The check comes before the stream, so it can answer with a status."""
    response = client.get("/webcam")
    assert response.status_code == 404
    assert response.json() == {"detail": "No recording yet"}
