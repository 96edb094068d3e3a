from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, Request, Response

steps: list[str] = []


def open_archive() -> Iterator[str]:
    yield "archive"
    steps.append("archive closed (request scope)")


def open_shelf() -> Iterator[str]:
    yield "shelf"
    steps.append("shelf closed (function scope)")


app = FastAPI()


@app.middleware("http")
async def watch(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call_next(request)
    steps.append("middleware, going out")
    return response


@app.get("/books")
def read_books(
    tasks: BackgroundTasks,
    archive: Annotated[str, Depends(open_archive)],
    shelf: Annotated[str, Depends(open_shelf, scope="function")],
) -> list[str]:
    tasks.add_task(steps.append, "background task")
    steps.append("path operation")
    return [archive, shelf]


@app.get("/steps")
def read_steps() -> list[str]:
    return steps
