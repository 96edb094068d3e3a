from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from .main import RateLimit, app, limit


@pytest.fixture
def client() -> Iterator[TestClient]:
    app.dependency_overrides[limit] = lambda: None
    yield TestClient(app)
    app.dependency_overrides.clear()


def test_the_weather(client: TestClient) -> None:
    for _ in range(10):
        assert client.get("/weather").json()["temperature"] == -3


def test_the_limit(client: TestClient) -> None:
    now = 0.0
    app.dependency_overrides[limit] = RateLimit(
        limit.number, limit.seconds, clock=lambda: now
    )
    for _ in range(3):
        assert client.get("/weather").status_code == 200

    now = 20.5
    response = client.get("/weather")
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "40"

    now = 60.5
    assert client.get("/weather").status_code == 200
