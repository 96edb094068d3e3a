from collections.abc import AsyncIterable, Iterable

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse
from pydantic import BaseModel


class Reading(BaseModel):
    station: str
    wind: int | None = None


readings = [
    Reading(station="Steinbock", wind=42),
    Reading(station="Alpenrose"),
    Reading(station="Steinbock", wind=55),
]

app = FastAPI()


@app.get("/readings/stream", response_class=EventSourceResponse)
async def stream_readings() -> AsyncIterable[Reading]:
    for reading in readings:
        yield reading


@app.get("/readings/stream-no-async", response_class=EventSourceResponse)
def stream_readings_no_async() -> Iterable[Reading]:
    yield from readings


@app.get("/readings/stream-no-annotation", response_class=EventSourceResponse)
async def stream_readings_no_annotation():
    for reading in readings:
        yield reading


@app.get(
    "/readings/stream-no-async-no-annotation",
    response_class=EventSourceResponse,
)
def stream_readings_no_async_no_annotation():
    yield from readings
