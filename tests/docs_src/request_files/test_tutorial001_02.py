"""A file that may be left out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial001_02"

NOTHING_CHOSEN = (
    b"--edge\r\n"
    b'Content-Disposition: form-data; name="track"; filename=""\r\n'
    b"Content-Type: application/octet-stream\r\n\r\n\r\n"
    b"--edge--\r\n"
)


def test_file_is_received(client: TestClient) -> None:
    """With a file, both operations work as before."""
    files = {"track": ("ridge.gpx", b"<gpx/>")}
    assert client.post("/tracks/size", files=files).json() == {"size": 6}
    assert client.post("/tracks", files=files).json() == {"filename": "ridge.gpx"}


@pytest.mark.parametrize("path", ["/tracks/size", "/tracks"])
def test_no_file_is_no_error(client: TestClient, path: str) -> None:
    """Without a body, the parameter is None."""
    response = client.post(path)
    assert (response.status_code, response.json()) == (200, {"message": "No track sent"})


@pytest.mark.parametrize("path", ["/tracks/size", "/tracks"])
def test_empty_choice_is_no_file(client: TestClient, path: str) -> None:
    """What a browser sends when nothing was chosen is None, too."""
    response = client.post(
        path,
        content=NOTHING_CHOSEN,
        headers={"content-type": "multipart/form-data; boundary=edge"},
    )
    assert response.json() == {"message": "No track sent"}
