from collections.abc import AsyncIterable

from fastapi import FastAPI, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel


class Reading(BaseModel):
    station: str
    wind: int


readings = [
    Reading(station="Steinbock", wind=42),
    Reading(station="Alpenrose", wind=18),
    Reading(station="Steinbock", wind=55),
]

app = FastAPI()


@app.get("/readings/stream", response_class=EventSourceResponse)
async def stream_readings(
    last_event_id: int | None = Header(default=None),
) -> AsyncIterable[ServerSentEvent]:
    start = 0 if last_event_id is None else last_event_id + 1
    for number, reading in enumerate(readings):
        if number >= start:
            yield ServerSentEvent(data=reading, id=str(number))
