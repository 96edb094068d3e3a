import math
import time
from collections import deque
from collections.abc import Callable

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import APIKeyHeader

read_key = APIKeyHeader(name="X-Key")
hikers = {"edelweiss-41": "mira", "gentian-07": "jonas"}


async def get_hiker(key: str = Depends(read_key)) -> str:
    if key not in hikers:
        raise read_key.make_not_authenticated_error()
    return hikers[key]


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

    async def __call__(self, who: str = Depends(get_hiker)) -> None:
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
reading = RateLimit(number=100, seconds=60)
photographing = RateLimit(number=1, seconds=3600)


@app.get("/weather", dependencies=[Depends(reading)])
async def read_weather() -> dict[str, str | int]:
    return {"station": "Steinbock", "temperature": -3}


@app.post("/pictures/{hut}", dependencies=[Depends(photographing)])
async def take_picture(hut: str) -> dict[str, str]:
    return {"hut": hut, "picture": "in the queue"}
