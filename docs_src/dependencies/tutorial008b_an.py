from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()

bookings = {
    1: {"hut": "Alpenrose", "hiker": "mira"},
    2: {"hut": "Steinbock", "hiker": "jonas"},
}


class NotTheHiker(Exception):
    pass


def get_hiker() -> Iterator[str]:
    try:
        yield "mira"
    except NotTheHiker as error:
        raise HTTPException(
            status_code=400, detail=f"This booking is for {error}"
        ) from error


@app.get("/bookings/{booking_id}")
def read_booking(
    booking_id: int, hiker: Annotated[str, Depends(get_hiker)]
) -> dict[str, str]:
    if booking_id not in bookings:
        raise HTTPException(status_code=404, detail="No such booking")
    booking = bookings[booking_id]
    if booking["hiker"] != hiker:
        raise NotTheHiker(booking["hiker"])
    return booking
