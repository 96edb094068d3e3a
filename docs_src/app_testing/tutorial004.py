from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient

beds: dict[str, int] = {}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    beds["Alpenrose"] = 12
    yield
    beds.clear()


app = FastAPI(lifespan=lifespan)


@app.get("/huts/{name}")
async def read_beds(name: str) -> int | None:
    return beds.get(name)


def test_beds_are_loaded_and_cleared() -> None:
    assert beds == {}
    with TestClient(app) as client:
        assert beds == {"Alpenrose": 12}
        assert client.get("/huts/Alpenrose").json() == 12
    assert beds == {}
