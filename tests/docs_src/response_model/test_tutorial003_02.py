"""An operation that returns responses."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial003_02"


def test_json_is_sent(client: TestClient) -> None:
    """Without the parameter, the answer is JSON."""
    assert client.get("/reading-room").json() == {"seats": 24, "opens": "09:00"}


def test_redirect_is_sent(client: TestClient) -> None:
    """With the parameter, the answer is a redirect."""
    response = client.get("/reading-room?plan=true", follow_redirects=False)
    assert response.status_code == 307
    assert response.headers["location"] == "https://harbor-library.example/plan"


def test_content_is_not_documented(schema: dict[str, Any]) -> None:
    """OpenAPI knows nothing about the content."""
    answer = schema["paths"]["/reading-room"]["get"]["responses"]["200"]
    assert answer["content"] == {"application/json": {"schema": {}}}
