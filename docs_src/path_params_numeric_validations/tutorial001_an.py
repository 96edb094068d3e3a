from typing import Annotated

from fastapi import FastAPI, Path, Query

app = FastAPI()


@app.get("/trails/{trail_id}")
async def read_trail(
    trail_id: Annotated[int, Path(title="The number of the trail")],
    day: Annotated[str | None, Query(alias="hike-day")] = None,
) -> dict[str, int | str | None]:
    return {"trail_id": trail_id, "day": day}
