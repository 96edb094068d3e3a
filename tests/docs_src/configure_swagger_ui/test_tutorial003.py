"""Swagger UI with a default of FastAPI changed."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "configure_swagger_ui/tutorial003"


def test_the_default_is_replaced(client: TestClient) -> None:
    """The value appears once, and the other defaults stay."""
    html = client.get("/docs").text
    assert html.count("deepLinking") == 1
    assert '"deepLinking": false,' in html
    assert '"layout": "BaseLayout",' in html


def test_the_app_answers(client: TestClient) -> None:
    """There is something to look at."""
    assert client.get("/forecast").json() == {"summit": "Steinbock", "wind": 42, "snow": False}
