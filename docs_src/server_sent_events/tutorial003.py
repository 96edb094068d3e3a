from collections.abc import AsyncIterable

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent

app = FastAPI()

log = [
    "05:10 oven on",
    "05:40 rye loaf in",
    "06:25 rye loaf out",
]


@app.get("/logs/stream", response_class=EventSourceResponse)
async def stream_log() -> AsyncIterable[ServerSentEvent]:
    for line in log:
        yield ServerSentEvent(raw_data=line)
