from itertools import count

from fastapi import Depends, FastAPI

app = FastAPI()

numbers = count(1)


def draw_ticket() -> int:
    return next(numbers)


@app.get("/once")
async def draw_once(
    first: int = Depends(draw_ticket),
    second: int = Depends(draw_ticket),
) -> list[int]:
    return [first, second]


@app.get("/twice")
async def draw_twice(
    first: int = Depends(draw_ticket),
    second: int = Depends(draw_ticket, use_cache=False),
) -> list[int]:
    return [first, second]
