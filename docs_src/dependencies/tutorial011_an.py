from typing import Annotated

from fastapi import Depends, FastAPI
from pydantic import NonNegativeInt

app = FastAPI()

huts = ["Alpenrose", "Birkenhof", "Steinbock", "Wildsee"]
trails = ["Ridge Walk", "Lake Path", "Old Salt Road", "Glacier Loop"]


class Paging:
    def __init__(self, largest: int) -> None:
        self.largest = largest

    def __call__(
        self, skip: NonNegativeInt = 0, limit: NonNegativeInt = 100
    ) -> slice:
        return slice(skip, skip + min(limit, self.largest))


hut_paging = Paging(largest=2)
trail_paging = Paging(largest=3)


@app.get("/huts")
async def list_huts(part: Annotated[slice, Depends(hut_paging)]) -> list[str]:
    return huts[part]


@app.get("/trails")
async def list_trails(
    part: Annotated[slice, Depends(trail_paging)],
) -> list[str]:
    return trails[part]
