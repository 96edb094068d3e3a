"""A format of one's own."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial009d"


def test_the_data_is_written_as_csv(client: TestClient) -> None:
    """The class turns what is returned into lines of text."""
    response = client.get("/prices")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.text == "rye;4.50\nspelt;5.20\n"


def test_the_media_type_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows the media type of the class."""
    content = schema["paths"]["/prices"]["get"]["responses"]["200"]["content"]
    assert content == {"text/csv": {"schema": {"type": "string"}}}
