"""HTML by the class in the decorator."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial002"


def test_the_text_is_sent_as_html(client: TestClient) -> None:
    """The returned text is the page, under the media type of the class."""
    response = client.get("/hours/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text.startswith("<h1>Crumb</h1>")


def test_html_is_documented(schema: dict[str, Any]) -> None:
    """The class tells OpenAPI the media type."""
    content = schema["paths"]["/hours/"]["get"]["responses"]["200"]["content"]
    assert content == {"text/html": {"schema": {"type": "string"}}}
