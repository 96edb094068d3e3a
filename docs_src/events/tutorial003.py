from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI

models: dict[str, Callable[[int], float]] = {}


def load_forecast() -> Callable[[int], float]:
    return lambda altitude: round(15 - altitude * 0.0065, 1)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    models["temperature"] = load_forecast()
    yield
    models.clear()


app = FastAPI(lifespan=lifespan)


@app.get("/forecast")
async def predict(altitude: int) -> dict[str, float]:
    return {"temperature": models["temperature"](altitude)}
