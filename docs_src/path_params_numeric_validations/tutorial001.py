from fastapi import FastAPI, Path, Query

app = FastAPI()


@app.get("/trails/{trail_id}")
async def read_trail(
    trail_id: int = Path(title="The number of the trail"),
    day: str | None = Query(default=None, alias="hike-day"),
) -> dict[str, int | str | None]:
    return {"trail_id": trail_id, "day": day}
