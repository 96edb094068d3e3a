"""A response class for the whole app."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "custom_response/tutorial010"


def test_the_class_of_the_app_is_used(client: TestClient) -> None:
    """An operation without a class of its own takes that of the app."""
    response = client.get("/hours/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text == "<h1>Crumb</h1><p>Open from 6 to 18.</p>"


def test_an_operation_can_choose_another(client: TestClient, schema: dict[str, Any]) -> None:
    """The class in the decorator wins."""
    response = client.get("/robots.txt")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text == "User-agent: *\nAllow: /"
    content = schema["paths"]["/robots.txt"]["get"]["responses"]["200"]["content"]
    assert list(content) == ["text/plain"]
