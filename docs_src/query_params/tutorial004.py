from fastapi import FastAPI

app = FastAPI()


@app.get("/hikers/{hiker}/bookings/{booking_id}")
async def read_booking(
    booking_id: int,
    hiker: str,
    note: str | None = None,
    with_meals: bool = False,
) -> dict[str, int | str | bool | None]:
    return {
        "hiker": hiker,
        "booking_id": booking_id,
        "note": note,
        "with_meals": with_meals,
    }
