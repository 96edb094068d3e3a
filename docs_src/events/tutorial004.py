from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypedDict

from fastapi import FastAPI, Request


def load_forecast() -> Callable[[int], float]:
    return lambda altitude: round(15 - altitude * 0.0065, 1)


class State(TypedDict):
    forecast: Callable[[int], float]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[State]:
    yield {"forecast": load_forecast()}


app = FastAPI(lifespan=lifespan)


@app.get("/forecast")
async def predict(altitude: int, request: Request) -> dict[str, float]:
    return {"temperature": request.state.forecast(altitude)}
