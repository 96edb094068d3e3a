from collections.abc import AsyncIterable

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel


class Reading(BaseModel):
    station: str
    wind: int


readings = [
    Reading(station="Steinbock", wind=42),
    Reading(station="Alpenrose", wind=18),
]

app = FastAPI()


@app.get("/readings/stream", response_class=EventSourceResponse)
async def stream_readings() -> AsyncIterable[ServerSentEvent]:
    yield ServerSentEvent(comment="wind in km/h")
    for number, reading in enumerate(readings, start=1):
        yield ServerSentEvent(
            data=reading,
            event="reading",
            id=str(number),
            retry=5000,
        )
