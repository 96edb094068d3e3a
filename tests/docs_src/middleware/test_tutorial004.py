"""A middleware that answers by itself."""

from __future__ import annotations

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.testclient import TestClient

EXAMPLE = "middleware/tutorial004"


def test_other_clients_pass(client: TestClient) -> None:
    """Without the old version, the path operation answers."""
    for headers in ({}, {"X-Api-Version": "2"}):
        assert client.get("/breads", headers=headers).json() == ["Rye loaf", "Spelt roll"]


def test_old_clients_are_refused(client: TestClient) -> None:
    """The middleware answers, also for paths that do not exist."""
    for path in ("/breads", "/cakes"):
        response = client.get(path, headers={"X-Api-Version": "1"})
        assert response.status_code == 410
        assert response.json() == {"detail": "Version 1 is gone"}


def test_an_http_exception_in_a_middleware_is_a_server_error(app: FastAPI) -> None:
    """The handlers of FastAPI stand inside, so they never see it."""

    @app.middleware("http")
    async def refuse(request: Request, call_next: object) -> Response:
        raise HTTPException(status_code=410)

    response = TestClient(app, raise_server_exceptions=False).get("/breads")
    assert response.status_code == 500
