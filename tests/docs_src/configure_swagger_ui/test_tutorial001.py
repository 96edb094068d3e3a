"""Swagger UI without colours in its code."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "configure_swagger_ui/tutorial001"


def test_highlighting_is_off(client: TestClient) -> None:
    """The page passes the setting on, beside the defaults."""
    html = client.get("/docs").text
    assert '"syntaxHighlight": false,' in html
    assert '"dom_id": "#swagger-ui",' in html
    assert '"layout": "BaseLayout",' in html
    assert '"deepLinking": true,' in html
    assert '"showExtensions": true,' in html
    assert '"showCommonExtensions": true,' in html


def test_the_app_answers(client: TestClient) -> None:
    """There is something to look at."""
    assert client.get("/forecast").json() == {"summit": "Steinbock", "wind": 42, "snow": False}
