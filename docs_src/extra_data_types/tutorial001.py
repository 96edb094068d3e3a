from datetime import time, timedelta
from typing import Any
from uuid import UUID

from fastapi import Body, FastAPI
from pydantic import AwareDatetime

app = FastAPI()


@app.put("/deliveries/{delivery_id}")
async def plan_delivery(
    delivery_id: UUID,
    ordered_at: AwareDatetime = Body(),
    due_at: AwareDatetime = Body(),
    baking_time: timedelta = Body(),
    repeat_at: time | None = Body(default=None),
) -> dict[str, Any]:
    time_left = due_at - ordered_at
    return {
        "delivery_id": delivery_id,
        "ordered_at": ordered_at,
        "due_at": due_at,
        "due_on": due_at.date(),
        "baking_time": baking_time,
        "repeat_at": repeat_at,
        "time_left": time_left,
        "in_time": time_left >= baking_time,
    }
