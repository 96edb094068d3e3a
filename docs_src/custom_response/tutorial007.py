from collections.abc import AsyncIterator

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def count_loaves() -> AsyncIterator[bytes]:
    for number in range(1, 11):
        yield b"loaf %d\n" % number
        await anyio.sleep(0)


@app.get("/")
async def read_loaves() -> StreamingResponse:
    return StreamingResponse(count_loaves(), media_type="text/plain")
