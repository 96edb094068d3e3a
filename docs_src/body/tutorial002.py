from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


app = FastAPI()


@app.post("/breads")
async def add_bread(bread: Bread) -> dict[str, Any]:
    label = bread.model_dump()
    if bread.tax is not None:
        label["price_with_tax"] = round(bread.price + bread.tax, 2)
    return label
