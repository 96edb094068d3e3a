"""What the page says of a client that closes the connection in the middle of a stream."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.responses import StreamingResponse

diary: list[str] = []


@contextmanager
def noted(name: str) -> Iterator[None]:
    """Note when a block is entered and left."""
    diary.append(f"{name} begins")
    try:
        yield
    finally:
        diary.append(f"{name} ends")


async def hold_place() -> AsyncIterator[None]:
    """Be a dependency that cleans up."""
    with noted("dependency"):
        yield


app = FastAPI()


@app.get("/wind", response_class=StreamingResponse, dependencies=[Depends(hold_place)])
async def stream_wind() -> AsyncIterator[str]:
    """Stream for ever, and never wait for anything."""
    with noted("stream"):
        while True:
            yield "4 m/s\n"


async def read_one_piece() -> None:
    """Ask for the stream as a server does, and leave after its first piece."""
    asked, left = asyncio.Event(), asyncio.Event()

    async def receive() -> MutableMapping[str, Any]:
        if not asked.is_set():
            asked.set()
            return {"type": "http.request", "body": b"", "more_body": False}
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        if message.get("body"):
            left.set()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "method": "GET",
        "path": "/wind",
        "query_string": b"",
        "headers": [],
    }
    async with asyncio.timeout(10):
        await app(scope, receive, send)


async def diary_after_leaving() -> list[str]:
    """Return what has been noted when the app is done with the request."""
    await read_one_piece()
    return [*diary]


def test_the_cleanup_of_a_dependency_does_not_wait_for_that_of_the_stream() -> None:
    """The stream stops at its `yield`; Python closes what it left open when it likes."""
    gc.disable()
    try:
        noted_so_far = asyncio.run(diary_after_leaving())
    finally:
        gc.enable()
    assert noted_so_far == ["dependency begins", "stream begins", "dependency ends"]
    assert diary[-1] == "stream ends"
