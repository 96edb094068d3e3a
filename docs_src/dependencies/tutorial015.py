import asyncio
from collections.abc import AsyncIterator

from fastapi import Depends, FastAPI

app = FastAPI()

diary: list[str] = []


async def take_radio() -> AsyncIterator[None]:
    diary.append("radio taken")
    yield
    diary.append("radio free")


radio = Depends(take_radio, max_concurrency=1)


@app.get("/huts/{hut}/weather", dependencies=[radio])
async def ask_for_weather(hut: str) -> dict[str, str]:
    await asyncio.sleep(0.01)
    return {"hut": hut, "weather": "fog"}


@app.get("/huts/{hut}/beds", dependencies=[radio])
async def ask_for_beds(hut: str) -> dict[str, int | str]:
    await asyncio.sleep(0.01)
    return {"hut": hut, "free": 3}


@app.get("/diary")
async def read_diary() -> list[str]:
    return diary
