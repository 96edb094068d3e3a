from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Booking(BaseModel):
    name: str
    guests: int


app = FastAPI()


@app.exception_handler(RequestValidationError)
async def show_body(
    request: Request, exc: RequestValidationError
) -> JSONResponse:
    content = {"detail": exc.errors(), "body": exc.body}
    return JSONResponse(status_code=422, content=jsonable_encoder(content))


@app.post("/bookings")
async def book(booking: Booking) -> Booking:
    return booking
