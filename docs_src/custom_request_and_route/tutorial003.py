import time
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.routing import APIRoute


class TimedRoute(APIRoute):
    def get_route_handler(
        self,
    ) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def timed_handler(request: Request) -> Response:
            start = time.perf_counter()
            response = await handler(request)
            seconds = time.perf_counter() - start
            response.headers["X-Response-Time"] = f"{seconds:.6f}"
            return response

        return timed_handler


app = FastAPI()
router = APIRouter(route_class=TimedRoute)


@app.get("/")
async def read_summit() -> dict[str, str]:
    return {"summit": "Steinbock"}


@router.get("/timed")
async def read_forecast() -> dict[str, str]:
    return {"forecast": "Clear until noon."}


app.include_router(router)
