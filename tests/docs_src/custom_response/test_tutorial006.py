"""A redirect that is returned."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial006"


def test_the_client_is_sent_elsewhere(client: TestClient) -> None:
    """The answer has no body, but a place to go to."""
    response = client.get("/weather", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == "https://weather.example/stations/7"
    assert response.content == b""


def test_documented_status(schema: dict[str, Any]) -> None:
    """OpenAPI still believes in a 200 with JSON."""
    responses = schema["paths"]["/weather"]["get"]["responses"]
    assert list(responses) == ["200"]
    assert ("content" in responses["200"]) is True
