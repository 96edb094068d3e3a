"""HTML both returned and declared."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial004"


def test_the_response_is_sent_as_built(client: TestClient) -> None:
    """The declared class does not touch a response that is one already."""
    response = client.get("/hours/")
    assert response.headers["x-season"] == "winter"
    assert response.text == "<h1>Crumb</h1>\n<p>Closed for the holidays.</p>\n"


def test_html_is_documented(schema: dict[str, Any]) -> None:
    """The declared class is for OpenAPI."""
    content = schema["paths"]["/hours/"]["get"]["responses"]["200"]["content"]
    assert content == {"text/html": {"schema": {"type": "string"}}}
