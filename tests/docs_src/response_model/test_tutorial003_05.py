"""A return annotation that FastAPI does not read."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial003_05"


def test_data_is_sent(client: TestClient) -> None:
    """Without the parameter, the answer is the data."""
    assert client.get("/reading-room").json() == {"seats": 24}


def test_redirect_is_sent(client: TestClient) -> None:
    """With the parameter, the answer is a redirect."""
    response = client.get("/reading-room?plan=true", follow_redirects=False)
    assert response.status_code == 307


def test_content_is_not_documented(schema: dict[str, Any]) -> None:
    """Without a response model, OpenAPI knows nothing about the content."""
    answer = schema["paths"]["/reading-room"]["get"]["responses"]["200"]
    assert answer["content"] == {"application/json": {"schema": {}}}
