from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}/beds")
async def read_free_beds(
    hut_id: int, arrival: str, nights: int = 1, guests: int | None = None
) -> dict[str, int | str | None]:
    return {
        "hut_id": hut_id,
        "arrival": arrival,
        "nights": nights,
        "guests": guests,
    }
