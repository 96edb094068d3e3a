"""Files with a description."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "request_files/tutorial001_03"


def test_files_are_received(client: TestClient) -> None:
    """The description changes nothing for the client."""
    files = {"track": ("ridge.gpx", b"<gpx/>")}
    assert client.post("/tracks/size", files=files).json() == {"size": 6}
    assert client.post("/tracks", files=files).json() == {"filename": "ridge.gpx"}


def test_descriptions_are_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the descriptions."""
    found = {
        model["properties"]["track"]["description"]
        for name, model in schema["components"]["schemas"].items()
        if name.startswith("Body_")
    }
    assert found == {"A short track, as GPX", "A track, as GPX"}
