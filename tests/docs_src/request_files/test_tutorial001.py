"""A file as bytes, and as an object with metadata."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial001"

TRACK = ("ridge.gpx", b"<gpx><trkpt/><trkpt/></gpx>", "application/gpx+xml")


def test_bytes_are_received(client: TestClient) -> None:
    """The function has the whole content."""
    response = client.post("/tracks/size", files={"track": TRACK})
    assert (response.status_code, response.json()) == (200, {"size": 27})


def test_metadata_is_received(client: TestClient) -> None:
    """The object knows the name and the type that the client has sent."""
    response = client.post("/tracks", files={"track": TRACK})
    assert response.json() == {
        "filename": "ridge.gpx",
        "content_type": "application/gpx+xml",
        "points": 2,
    }


@pytest.mark.parametrize("path", ["/tracks/size", "/tracks"])
def test_file_is_required(client: TestClient, path: str) -> None:
    """A request without the file is refused."""
    response = client.post(path)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "track"])


def test_text_is_no_uploaded_file(client: TestClient) -> None:
    """A field without a file name is not an UploadFile."""
    response = client.post("/tracks", data={"track": "ridge"})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("value_error", ["body", "track"])


def test_name_of_the_client_is_not_changed(client: TestClient) -> None:
    """A dangerous file name arrives as it is."""
    response = client.post("/tracks", files={"track": ("../../notes.txt", b"x")})
    assert response.json()["filename"] == "../../notes.txt"


def test_files_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has binary content in a multipart form."""
    for path in ("/tracks/size", "/tracks"):
        content = schema["paths"][path]["post"]["requestBody"]["content"]
        (form,) = content.values()
        model = schema["components"]["schemas"][form["schema"]["$ref"].rpartition("/")[2]]
        assert list(content) == ["multipart/form-data"]
        assert model["properties"]["track"] == {
            "type": "string",
            "contentMediaType": "application/octet-stream",
            "title": "Track",
        }
