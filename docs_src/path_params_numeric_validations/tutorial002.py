from fastapi import FastAPI, Path

app = FastAPI()


@app.get("/trails/{trail_id}")
async def read_trail(
    day: str,
    trail_id: int = Path(title="The number of the trail"),
) -> dict[str, int | str]:
    return {"trail_id": trail_id, "day": day}
