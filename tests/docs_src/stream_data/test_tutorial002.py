"""A picture, streamed from a file object with a media type of its own."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "stream_data/tutorial002"

PATHS = [
    f"/sketch/stream{form}"
    for form in (
        "",
        "-no-async",
        "-no-async-yield-from",
        "-no-annotation",
        "-no-async-no-annotation",
    )
]


@pytest.mark.parametrize("path", PATHS)
def test_the_picture_arrives_whole(client: TestClient, path: str) -> None:
    """The parts make up a PNG file from its first to its last bytes."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/png"
    assert response.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert response.content.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("path", PATHS)
def test_the_media_type_is_documented(schema: dict[str, Any], path: str) -> None:
    """The class tells OpenAPI what is sent, as text of that media type."""
    content = schema["paths"][path]["get"]["responses"]["200"]["content"]
    assert content == {"image/png": {"schema": {"type": "string"}}}
