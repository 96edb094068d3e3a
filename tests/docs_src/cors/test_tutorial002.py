"""An app that every origin may read."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.testclient import TestClient

EXAMPLE = "cors/tutorial002"


def test_every_origin_is_allowed(client: TestClient) -> None:
    """The star stands for all of them."""
    response = client.get("/", headers={"Origin": "https://harbor.example"})
    assert response.json() == {"station": "Steinbock", "temperature": -3}
    assert response.headers["access-control-allow-origin"] == "*"


def test_only_get_is_allowed(client: TestClient) -> None:
    """Methods have a strict default."""
    headers = {"Origin": "https://harbor.example", "Access-Control-Request-Method": "PUT"}
    response = client.options("/", headers=headers)
    assert (response.status_code, response.text) == (400, "Disallowed CORS method")


def test_a_star_with_credentials_answers_every_origin() -> None:
    """The middleware then names whoever asks: every site may act with the user's cookies."""
    app = FastAPI()
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
    response = TestClient(app).get("/docs", headers={"Origin": "https://harbor.example"})
    assert response.headers["access-control-allow-origin"] == "https://harbor.example"
    assert response.headers["access-control-allow-credentials"] == "true"
