from fastapi import FastAPI, Path, Query

app = FastAPI()


@app.get("/trails/{trail_id}")
async def read_trail(
    *,
    trail_id: int = Path(title="The number of the trail", ge=1, le=1000),
    day: str,
    hours: float = Query(gt=0, lt=10.5),
) -> dict[str, int | str | float]:
    return {"trail_id": trail_id, "day": day, "hours": hours}
