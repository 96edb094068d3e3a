"""Several files in one field."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial003"

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


def test_descriptions_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the descriptions."""
    found = {
        model["properties"]["photos"]["description"]
        for name, model in schema["components"]["schemas"].items()
        if name.startswith("Body_")
    }
    assert found == {"Small photos", "Photos of a hut"}
