from collections.abc import AsyncIterable, Iterable

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()

bulletin = [
    "Alpenrose: open, 12 beds free. ",
    "Birkenhof: closed until May. ",
    "Steinbock: open, bring snowshoes.",
]


@app.get("/bulletin/stream", response_class=StreamingResponse)
async def stream_bulletin() -> AsyncIterable[str]:
    for part in bulletin:
        yield part


@app.get("/bulletin/stream-no-async", response_class=StreamingResponse)
def stream_bulletin_no_async() -> Iterable[str]:
    yield from bulletin


@app.get("/bulletin/stream-no-annotation", response_class=StreamingResponse)
async def stream_bulletin_no_annotation():
    for part in bulletin:
        yield part


@app.get(
    "/bulletin/stream-no-async-no-annotation",
    response_class=StreamingResponse,
)
def stream_bulletin_no_async_no_annotation():
    yield from bulletin


@app.get("/bulletin/stream-bytes", response_class=StreamingResponse)
async def stream_bulletin_bytes() -> AsyncIterable[bytes]:
    for part in bulletin:
        yield part.encode("utf-8")


@app.get("/bulletin/stream-no-async-bytes", response_class=StreamingResponse)
def stream_bulletin_no_async_bytes() -> Iterable[bytes]:
    for part in bulletin:
        yield part.encode("utf-8")


@app.get(
    "/bulletin/stream-no-annotation-bytes",
    response_class=StreamingResponse,
)
async def stream_bulletin_no_annotation_bytes():
    for part in bulletin:
        yield part.encode("utf-8")


@app.get(
    "/bulletin/stream-no-async-no-annotation-bytes",
    response_class=StreamingResponse,
)
def stream_bulletin_no_async_no_annotation_bytes():
    for part in bulletin:
        yield part.encode("utf-8")
