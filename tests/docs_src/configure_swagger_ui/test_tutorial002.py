"""Swagger UI with other colours in its code."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "configure_swagger_ui/tutorial002"


def test_the_theme_is_set(client: TestClient) -> None:
    """A nested dictionary becomes a nested object."""
    assert '"syntaxHighlight": {"theme": "obsidian"},' in client.get("/docs").text


def test_the_app_answers(client: TestClient) -> None:
    """There is something to look at."""
    assert client.get("/forecast").json() == {"summit": "Steinbock", "wind": 42, "snow": False}
