"""A limit for the use of a dependency at the same time."""

from __future__ import annotations

import asyncio

import httpx2
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial015"


def test_the_operations_answer(client: TestClient) -> None:
    """One request at a time notices nothing of the limit."""
    assert client.get("/huts/Steinbock/weather").json() == {"hut": "Steinbock", "weather": "fog"}
    assert client.get("/huts/Steinbock/beds").json() == {"hut": "Steinbock", "free": 3}
    assert client.get("/diary").json() == ["radio taken", "radio free"] * 2


def test_requests_wait_for_each_other(app: FastAPI) -> None:
    """Two operations that share the declaration never have the radio at the same time."""

    async def ask() -> list[str]:
        transport = httpx2.ASGITransport(app=app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://huts") as client:
            targets = ["/huts/Steinbock/weather", "/huts/Steinbock/beds"] * 3
            answers = await asyncio.gather(*map(client.get, targets))
            assert {answer.status_code for answer in answers} == {200}
            diary: list[str] = (await client.get("/diary")).json()
            return diary

    assert asyncio.run(ask()) == ["radio taken", "radio free"] * 6
