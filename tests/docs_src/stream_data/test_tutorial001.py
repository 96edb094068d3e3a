"""Text and bytes, streamed as they are."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "stream_data/tutorial001"

PATHS = [
    f"/bulletin/stream{form}{kind}"
    for form in ("", "-no-async", "-no-annotation", "-no-async-no-annotation")
    for kind in ("", "-bytes")
]


@pytest.mark.parametrize("path", PATHS)
def test_parts_are_sent_one_after_the_other(client: TestClient, path: str) -> None:
    """What is yielded is sent unchanged, with nothing in between."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.text == (
        "Alpenrose: open, 12 beds free. "
        "Birkenhof: closed until May. "
        "Steinbock: open, bring snowshoes."
    )


@pytest.mark.parametrize("path", PATHS)
def test_no_media_type_is_declared(client: TestClient, path: str) -> None:
    """The plain class names no media type, so the header is missing."""
    assert "content-type" not in client.get(path).headers


@pytest.mark.parametrize("path", PATHS)
def test_no_content_is_documented(schema: dict[str, Any], path: str) -> None:
    """Without a media type OpenAPI knows the status only."""
    assert schema["paths"][path]["get"]["responses"] == {
        "200": {"description": "Successful Response"}
    }
