from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

app = FastAPI()


@app.middleware("http")
async def hall(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    request.state.steps.append("hall in")
    response = await call_next(request)
    request.state.steps.append("hall out")
    return response


@app.middleware("http")
async def gate(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    request.state.steps = ["gate in"]
    response = await call_next(request)
    request.state.steps.append("gate out")
    response.headers["X-Steps"] = ", ".join(request.state.steps)
    return response


@app.get("/shelves")
async def read_shelves(request: Request) -> list[str]:
    request.state.steps.append("shelves")
    return ["Travel", "Mountains"]
