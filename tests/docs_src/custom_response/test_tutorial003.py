"""HTML returned, but not declared."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial003"


def test_the_response_is_sent_as_built(client: TestClient) -> None:
    """The returned response decides."""
    response = client.get("/hours/")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text == "<h1>Crumb</h1>\n<p>Closed for the holidays.</p>\n"


def test_json_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI does not look into the function and believes it is JSON."""
    content = schema["paths"]["/hours/"]["get"]["responses"]["200"]["content"]
    assert list(content) == ["application/json"]
