from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute


class VerboseRoute(APIRoute):
    def get_route_handler(
        self,
    ) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def verbose_handler(request: Request) -> Response:
            try:
                return await handler(request)
            except RequestValidationError as error:
                body = (await request.body()).decode(errors="replace")
                detail = [
                    {key: found[key] for key in ("type", "loc", "msg")}
                    for found in error.errors()
                ]
                return JSONResponse({"detail": detail, "body": body}, 422)

        return verbose_handler


app = FastAPI()
app.router.route_class = VerboseRoute


@app.post("/")
async def sum_altitudes(altitudes: list[int]) -> dict[str, int]:
    return {"sum": sum(altitudes)}
