from collections.abc import Iterator

from fastapi import Depends, FastAPI

app = FastAPI()

diary: list[str] = []


def open_shop() -> Iterator[str]:
    diary.append("unlock the door")
    try:
        yield "shop"
    finally:
        diary.append("lock the door")


def light_oven(shop: str = Depends(open_shop)) -> Iterator[str]:
    diary.append(f"light the oven of the {shop}")
    try:
        yield "oven"
    finally:
        diary.append(f"put out the oven of the {shop}")


def shape_loaf(oven: str = Depends(light_oven)) -> Iterator[str]:
    diary.append(f"put a loaf into the {oven}")
    try:
        yield "loaf"
    finally:
        diary.append(f"sweep the {oven}")


@app.get("/loaf")
async def sell_loaf(
    loaf: str = Depends(shape_loaf),
) -> dict[str, str]:
    diary.append(f"sell the {loaf}")
    return {"sold": loaf}


@app.get("/diary")
async def read_diary() -> list[str]:
    return diary
