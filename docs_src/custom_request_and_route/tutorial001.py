import zlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.routing import APIRoute

LARGEST = 1_000_000


class GzipRequest(Request):
    async def body(self) -> bytes:
        if not hasattr(self, "_body"):
            body = await super().body()
            if self.headers.get("content-encoding") == "gzip":
                body = unpack(body)
            self._body = body
        return self._body


def unpack(data: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=31)
    try:
        body = stream.decompress(data, LARGEST)
    except zlib.error as error:
        raise HTTPException(400, "The body is no gzip data") from error
    if not stream.eof:
        raise HTTPException(413, "The body is too large or not complete")
    return body


class GzipRoute(APIRoute):
    def get_route_handler(
        self,
    ) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def gzip_handler(request: Request) -> Response:
            return await handler(GzipRequest(request.scope, request.receive))

        return gzip_handler


app = FastAPI()
app.router.route_class = GzipRoute


@app.post("/sum")
async def sum_altitudes(altitudes: list[int]) -> dict[str, int]:
    return {"sum": sum(altitudes)}
