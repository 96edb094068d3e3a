import math
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from fastapi import Depends, FastAPI, HTTPException, Request


class RateLimit:
    def __init__(
        self,
        number: int,
        seconds: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.number = number
        self.seconds = seconds
        self.clock = clock
        self.times: dict[str, deque[float]] = {}
        self.cleared = -math.inf

    async def __call__(self, request: Request) -> None:
        who = request.client.host if request.client else "unknown"
        now = self.clock()
        self.forget_old(now)
        times = self.times.setdefault(who, deque(maxlen=self.number))
        if len(times) == self.number and now < times[0] + self.seconds:
            wait = math.ceil(times[0] + self.seconds - now)
            raise HTTPException(
                status_code=429,
                detail="Too many requests",
                headers={"Retry-After": str(wait)},
            )
        times.append(now)

    def forget_old(self, now: float) -> None:
        if now < self.cleared + self.seconds:
            return
        self.cleared = now
        self.times = {
            who: times
            for who, times in self.times.items()
            if now < times[-1] + self.seconds
        }


app = FastAPI()
limit = RateLimit(number=3, seconds=60)

too_many: dict[int | str, dict[str, Any]] = {
    429: {
        "description": "Too many requests from this address",
        "headers": {
            "Retry-After": {
                "description": "How many seconds to wait",
                "schema": {"type": "integer"},
            }
        },
    }
}


@app.get("/weather", dependencies=[Depends(limit)], responses=too_many)
async def read_weather() -> dict[str, str | int]:
    return {"station": "Steinbock", "temperature": -3}
