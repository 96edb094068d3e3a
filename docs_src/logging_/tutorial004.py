import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from uuid import uuid4

from fastapi import BackgroundTasks, FastAPI, HTTPException, Request, Response

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def add_request_id(record: logging.LogRecord) -> bool:
    record.request_id = request_id.get()
    return True


handler = logging.StreamHandler()
handler.addFilter(add_request_id)
logging.basicConfig(
    format="%(levelname)s [%(request_id)s] %(name)s: %(message)s",
    handlers=[handler],
)
logger = logging.getLogger(__name__)
logger.setLevel(logging.INFO)

ovens = {1: 220, 2: 275}

app = FastAPI()


@app.middleware("http")
async def set_request_id(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    request_id.set(uuid4().hex)
    response = await call_next(request)
    response.headers["X-Request-ID"] = request_id.get()
    return response


def call_baker(number: int) -> None:
    logger.warning("Calling the baker for oven %d", number)


@app.get("/ovens/{number}")
def read_oven(number: int, tasks: BackgroundTasks) -> dict[str, int]:
    if number not in ovens:
        raise HTTPException(status_code=404, detail="No such oven")
    degrees = ovens[number]
    logger.info("Oven %d is at %d degrees", number, degrees)
    if degrees > 260:
        tasks.add_task(call_baker, number)
    return {"number": number, "degrees": degrees}
