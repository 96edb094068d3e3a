"""What runs behind a middleware's last line."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "middleware/tutorial003"


def test_dependencies_close_and_tasks_run_in_order(client: TestClient) -> None:
    """Function scope closes before the middleware goes on, request scope at the very end."""
    assert client.get("/books").json() == ["archive", "shelf"]
    assert client.get("/steps").json() == [
        "path operation",
        "shelf closed (function scope)",
        "middleware, going out",
        "background task",
        "archive closed (request scope)",
    ]
