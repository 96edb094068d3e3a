from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def refuse_old_clients(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    if request.headers.get("X-Api-Version") == "1":
        return JSONResponse({"detail": "Version 1 is gone"}, status_code=410)
    return await call_next(request)


@app.get("/breads")
async def read_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]
