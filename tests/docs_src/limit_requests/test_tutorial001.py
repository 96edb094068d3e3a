"""Limits by API key, one for each operation."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "limit_requests/tutorial001"

MIRA, JONAS = {"X-Key": "edelweiss-41"}, {"X-Key": "gentian-07"}


def test_each_hiker_has_a_limit(client: TestClient) -> None:
    """The address is the same, the keys are not."""
    for key in (MIRA, JONAS):
        response = client.post("/pictures/Steinbock", headers=key)
        assert response.status_code == 200
        assert response.json() == {"hut": "Steinbock", "picture": "in the queue"}
        response = client.post("/pictures/Wildsee", headers=key)
        assert response.status_code == 429
        assert response.json() == {"detail": "Too many requests"}
        assert 3500 < int(response.headers["retry-after"]) <= 3600


def test_each_operation_has_a_limit(client: TestClient) -> None:
    """Who has taken a picture may still ask for the weather."""
    for hut, status in (("Steinbock", 200), ("Wildsee", 429)):
        assert client.post(f"/pictures/{hut}", headers=MIRA).status_code == status
    weather = [client.get("/weather", headers=MIRA) for _ in range(101)]
    assert [response.status_code for response in weather] == [200] * 100 + [429]


@pytest.mark.parametrize("headers", [{}, {"X-Key": "thistle-1"}])
def test_without_a_right_key_nothing_is_counted(
    client: TestClient, module: ModuleType, headers: dict[str, str]
) -> None:
    """The key is checked first, as often as somebody guesses."""
    for _ in range(3):
        response = client.post("/pictures/Steinbock", headers=headers)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "APIKey"
    assert module.photographing.times == {}


def test_a_limit_by_address_in_front_counts_guesses(module: ModuleType) -> None:
    """Dependencies run in the order in which they are listed."""
    guesses: list[str] = []

    async def count() -> None:
        guesses.append("guess")

    app = FastAPI()

    @app.get("/weather", dependencies=[Depends(count), Depends(module.reading)])
    async def read_weather() -> None: ...

    assert TestClient(app).get("/weather", headers={"X-Key": "thistle-1"}).status_code == 401
    assert guesses == ["guess"]


def test_hikers_who_stay_away_are_forgotten(
    client: TestClient, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an hour, only the hiker who asks is left."""
    now = 0.0
    monkeypatch.setattr(module.photographing, "clock", lambda: now)
    client.post("/pictures/Steinbock", headers=MIRA)
    now = 3600.0
    assert client.post("/pictures/Steinbock", headers=JONAS).status_code == 200
    assert list(module.photographing.times) == ["jonas"]


def test_the_key_is_documented(schema: dict[str, Any]) -> None:
    """The limit needs the key, so both operations show it."""
    for path, method in (("/weather", "get"), ("/pictures/{hut}", "post")):
        assert schema["paths"][path][method]["security"] == [{"APIKeyHeader": []}]
