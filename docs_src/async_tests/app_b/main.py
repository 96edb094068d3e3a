from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

huts: dict[str, int] = {}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    huts["Alpenrose"] = 12
    yield
    huts.clear()


app = FastAPI(lifespan=lifespan)


@app.get("/huts")
async def list_huts() -> dict[str, int]:
    return huts
