from typing import Annotated

from fastapi import FastAPI, Form
from pydantic import BaseModel

app = FastAPI()


class Booking(BaseModel):
    model_config = {"extra": "forbid"}

    name: str
    guests: int


@app.post("/bookings")
async def book(booking: Annotated[Booking, Form()]) -> Booking:
    return booking
