from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse


class HutFull(Exception):
    def __init__(self, name: str, free: int) -> None:
        self.name = name
        self.free = free


app = FastAPI()

free_beds = {"alpenrose": 2, "birkenhof": 17}


@app.exception_handler(HutFull)
async def answer_hut_full(request: Request, exc: HutFull) -> JSONResponse:
    return JSONResponse(
        status_code=409,
        content={"problem": f"{exc.name} is full", "free_beds": exc.free},
    )


def reserve(name: str, guests: int) -> None:
    free = free_beds.get(name, 0)
    if guests > free:
        raise HutFull(name, free)


@app.post("/huts/{name}/bookings")
async def book(name: str, guests: int) -> dict[str, str | int]:
    reserve(name, guests)
    return {"name": name, "guests": guests}
