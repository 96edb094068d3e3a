"""Several files in one field."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial002"

ONE = ("photos", ("door.jpg", b"door", "image/jpeg"))
TWO = ("photos", ("stove.jpg", b"stove", "image/jpeg"))


def test_all_files_are_received(client: TestClient) -> None:
    """The list has the files in the order in which they were sent."""
    assert client.post("/photos/sizes", files=[ONE, TWO]).json() == {"sizes": [4, 5]}
    response = client.post("/photos", files=[ONE, TWO])
    assert response.json() == {"filenames": ["door.jpg", "stove.jpg"]}


def test_one_file_is_a_list_of_one(client: TestClient) -> None:
    """A single file comes as a list, too."""
    assert client.post("/photos", files=[ONE]).json() == {"filenames": ["door.jpg"]}


@pytest.mark.parametrize("path", ["/photos/sizes", "/photos"])
def test_no_file_is_refused(client: TestClient, path: str) -> None:
    """At least one file is required."""
    response = client.post(path)
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "photos"])


def test_page_has_the_form(client: TestClient) -> None:
    """The page sends to the operation, in the encoding for files."""
    response = client.get("/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert 'action="/photos" method="post" enctype="multipart/form-data"' in response.text


def test_list_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has an array of binary content."""
    model = schema["components"]["schemas"]["Body_upload_photos_photos_post"]
    assert model["properties"]["photos"] == {
        "type": "array",
        "items": {"type": "string", "contentMediaType": "application/octet-stream"},
        "title": "Photos",
    }
