from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

readings: dict[str, int] = {}


@asynccontextmanager
async def open_stations(app: FastAPI) -> AsyncIterator[None]:
    readings["Steinbock"] = -3
    yield
    readings.clear()


weather = FastAPI(lifespan=open_stations)


@weather.get("/readings")
async def list_readings() -> dict[str, int]:
    return readings


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(
            weather.router.lifespan_context(weather)
        )
        yield


app = FastAPI(lifespan=lifespan)
app.mount("/weather", weather)
