"""A redirect by the class in the decorator."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial006b"


def test_the_client_is_sent_elsewhere(client: TestClient) -> None:
    """The answer has no body, but a place to go to."""
    response = client.get("/weather", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == "https://weather.example/stations/7"
    assert response.content == b""


def test_documented_status(schema: dict[str, Any]) -> None:
    """The class sets the documented status, without content."""
    responses = schema["paths"]["/weather"]["get"]["responses"]
    assert list(responses) == ["307"]
    assert ("content" in responses["307"]) is False
