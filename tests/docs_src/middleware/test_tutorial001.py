"""A middleware that measures every request."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "middleware/tutorial001"


def test_path_operation_answers(client: TestClient) -> None:
    """The body stays what the path operation returned."""
    assert client.get("/").json() == {"station": "Steinbock", "temperature": -3}


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/summit", 404)])
def test_every_response_is_measured(client: TestClient, path: str, status: int) -> None:
    """The header is on good answers and on those that FastAPI gives by itself."""
    response = client.get(path)
    assert response.status_code == status
    assert 0 <= float(response.headers["X-Process-Time"]) < 10


def test_a_server_error_is_not_measured(app: FastAPI) -> None:
    """An exception that nobody handles passes the middleware, which never sees a response."""

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError

    response = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert response.status_code == 500
    assert "X-Process-Time" not in response.headers
