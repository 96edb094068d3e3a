from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

app = FastAPI()


@app.exception_handler(StarletteHTTPException)
async def answer_http_error(
    request: Request, exc: StarletteHTTPException
) -> PlainTextResponse:
    return PlainTextResponse(
        str(exc.detail), status_code=exc.status_code, headers=exc.headers
    )


@app.exception_handler(RequestValidationError)
async def answer_wrong_request(
    request: Request, exc: RequestValidationError
) -> PlainTextResponse:
    lines = [
        f"{'.'.join(str(part) for part in error['loc'])}: {error['msg']}"
        for error in exc.errors()
    ]
    return PlainTextResponse("\n".join(lines), status_code=400)


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int) -> dict[str, int]:
    if hut_id > 2:
        raise HTTPException(status_code=404, detail="There are two huts.")
    return {"hut_id": hut_id}
