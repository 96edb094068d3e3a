from datetime import time, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, FastAPI
from pydantic import AwareDatetime

app = FastAPI()


@app.put("/deliveries/{delivery_id}")
async def plan_delivery(
    delivery_id: UUID,
    ordered_at: Annotated[AwareDatetime, Body()],
    due_at: Annotated[AwareDatetime, Body()],
    baking_time: Annotated[timedelta, Body()],
    repeat_at: Annotated[time | None, Body()] = None,
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
