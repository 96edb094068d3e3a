import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    print("Trailhead opens", flush=True)
    yield
    print("Trailhead closes", flush=True)


app = FastAPI(lifespan=lifespan)


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]


@app.get("/forecast")
async def read_forecast() -> dict[str, str]:
    await asyncio.sleep(1)
    return {"forecast": "Snow above 1800 m"}
