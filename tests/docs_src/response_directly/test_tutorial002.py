"""Content of any kind."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "response_directly/tutorial002"


def test_text_is_sent_with_its_media_type(client: TestClient) -> None:
    """The text is XML because the response says so."""
    response = client.get("/legacy/")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/xml"
    assert response.text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert "<shelf>C3</shelf>" in response.text
