from base64 import b64decode
from collections.abc import AsyncIterable, Iterable
from io import BytesIO

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

sketch = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAGAQAAAADflUIsAAAAG0lEQVR42mP8+5npPw"
    "PLvWsMJwyY7iowMDAAAEy0BqKqKjfDAAAAAElFTkSuQmCC"
)


def open_sketch() -> BytesIO:
    return BytesIO(sketch)


class PNGStreamingResponse(StreamingResponse):
    media_type = "image/png"


app = FastAPI()


@app.get("/sketch/stream", response_class=PNGStreamingResponse)
async def stream_sketch() -> AsyncIterable[bytes]:
    with open_sketch() as file:
        while chunk := file.read(64):
            yield chunk


@app.get("/sketch/stream-no-async", response_class=PNGStreamingResponse)
def stream_sketch_no_async() -> Iterable[bytes]:
    with open_sketch() as file:
        while chunk := file.read(64):
            yield chunk


@app.get(
    "/sketch/stream-no-async-yield-from",
    response_class=PNGStreamingResponse,
)
def stream_sketch_no_async_yield_from() -> Iterable[bytes]:
    with open_sketch() as file:
        yield from file


@app.get("/sketch/stream-no-annotation", response_class=PNGStreamingResponse)
async def stream_sketch_no_annotation():
    with open_sketch() as file:
        while chunk := file.read(64):
            yield chunk


@app.get(
    "/sketch/stream-no-async-no-annotation",
    response_class=PNGStreamingResponse,
)
def stream_sketch_no_async_no_annotation():
    with open_sketch() as file:
        while chunk := file.read(64):
            yield chunk
