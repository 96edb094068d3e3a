import logging

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exception_handlers import (
    http_exception_handler,
    request_validation_exception_handler,
)
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException

logger = logging.getLogger(__name__)

app = FastAPI()


@app.exception_handler(StarletteHTTPException)
async def log_http_error(
    request: Request, exc: StarletteHTTPException
) -> Response:
    logger.warning("%s: %s", request.url.path, exc.detail)
    return await http_exception_handler(request, exc)


@app.exception_handler(RequestValidationError)
async def log_wrong_request(
    request: Request, exc: RequestValidationError
) -> Response:
    logger.warning("%s", exc)
    return await request_validation_exception_handler(request, exc)


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int) -> dict[str, int]:
    if hut_id > 2:
        raise HTTPException(status_code=404, detail="There are two huts.")
    return {"hut_id": hut_id}
