"""A Flask app under a prefix of a FastAPI app."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "wsgi/tutorial001"


def test_fastapi_answers_its_own_paths(client: TestClient) -> None:
    """What is not under the prefix goes to FastAPI."""
    assert client.get("/breads").json() == ["Rye loaf", "Spelt with walnuts"]


def test_flask_answers_what_is_under_the_prefix(client: TestClient) -> None:
    """It sees the path without the prefix, and escapes what it is sent."""
    response = client.get("/old/greeting?name=<b>mira")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text == "<p>Good morning, &lt;b&gt;mira.</p>"
    assert client.get("/old/greeting").text == "<p>Good morning, stranger.</p>"


def test_each_has_its_own_404(client: TestClient) -> None:
    """Under the prefix the error is Flask's, elsewhere it is FastAPI's."""
    flask, fastapi = client.get("/old/cakes"), client.get("/cakes")
    assert (flask.status_code, fastapi.status_code) == (404, 404)
    assert flask.headers["content-type"].startswith("text/html")
    assert fastapi.json() == {"detail": "Not Found"}


def test_flask_is_not_in_the_schema(schema: dict[str, Any]) -> None:
    """The documentation knows nothing of it."""
    assert list(schema["paths"]) == ["/breads"]


def test_the_old_import_warns() -> None:
    """The class that FastAPI brings is deprecated."""
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", "import fastapi.middleware.wsgi"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert "a2wsgi" in done.stderr
