import time
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

app = FastAPI()


@app.middleware("http")
async def add_process_time(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    start = time.perf_counter()
    response = await call_next(request)
    seconds = time.perf_counter() - start
    response.headers["X-Process-Time"] = f"{seconds:.6f}"
    return response


@app.get("/")
async def read_weather() -> dict[str, str | int]:
    return {"station": "Steinbock", "temperature": -3}
