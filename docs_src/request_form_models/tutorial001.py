from fastapi import FastAPI, Form
from pydantic import BaseModel

app = FastAPI()


class Booking(BaseModel):
    name: str
    guests: int


@app.post("/bookings")
async def book(booking: Booking = Form()) -> Booking:
    return booking
