"""Plain text."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial005"


def test_text_has_no_quotes(client: TestClient) -> None:
    """The text is sent as text, not as JSON."""
    response = client.get("/")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text == "Spelt with walnuts"


def test_plain_text_is_documented(schema: dict[str, Any]) -> None:
    """The class tells OpenAPI the media type."""
    content = schema["paths"]["/"]["get"]["responses"]["200"]["content"]
    assert content == {"text/plain": {"schema": {"type": "string"}}}
