from collections.abc import Iterator

from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()

grams_in_stock = {"rye": 1800, "spelt": 0}


class OutOfFlour(Exception):
    pass


def get_baker() -> Iterator[str]:
    try:
        yield "aiko"
    except OutOfFlour:
        print("The baker sighs.")
        raise


@app.get("/loaves/{flour}")
def bake_loaf(flour: str, baker: str = Depends(get_baker)) -> dict[str, str]:
    if flour not in grams_in_stock:
        raise HTTPException(status_code=404, detail="No such flour")
    if grams_in_stock[flour] == 0:
        raise OutOfFlour(f"{flour} is used up")
    return {"loaf": flour, "baker": baker}
