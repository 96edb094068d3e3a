"""A file by the class in the decorator."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial009b"


def test_the_path_is_enough(client: TestClient) -> None:
    """The file behind the returned path is sent, without a name to save it under."""
    response = client.get("/invoice")
    assert response.text == "2 rye loaves: 9.00\n"
    assert {"accept-ranges", "etag", "last-modified"} < set(response.headers)
    assert "content-disposition" not in response.headers


def test_no_content_is_documented(schema: dict[str, Any]) -> None:
    """A file can be anything, so the class has no media type."""
    responses = schema["paths"]["/invoice"]["get"]["responses"]
    assert responses == {"200": {"description": "Successful Response"}}
