from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    print("Crumb closes", flush=True)


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def read_shop() -> dict[str, str]:
    return {"shop": "Crumb", "opens": "06:00"}


@app.get("/breads/{bread_id}")
async def read_bread(
    bread_id: int, note: str | None = None
) -> dict[str, int | str | None]:
    return {"bread_id": bread_id, "note": note}
