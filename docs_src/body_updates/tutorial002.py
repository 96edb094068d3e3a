from typing import Any

from fastapi import FastAPI, HTTPException
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel


class Bread(BaseModel):
    name: str | None = None
    note: str | None = None
    price: float | None = None
    tax: float = 0.3
    allergens: list[str] = []


app = FastAPI()

breads: dict[str, dict[str, Any]] = {
    "rye": {"name": "Rye loaf", "price": 4.2},
    "cake": {
        "name": "Poppy seed cake",
        "note": "Sundays only",
        "price": 12.0,
        "tax": 2.3,
        "allergens": ["gluten", "egg"],
    },
}


@app.get("/breads/{slug}")
async def read_bread(slug: str) -> Bread:
    if slug not in breads:
        raise HTTPException(status_code=404, detail="No such bread")
    return Bread(**breads[slug])


@app.patch("/breads/{slug}")
async def change_bread(slug: str, bread: Bread) -> Bread:
    if slug not in breads:
        raise HTTPException(status_code=404, detail="No such bread")
    stored = Bread(**breads[slug])
    changes = bread.model_dump(exclude_unset=True)
    updated = stored.model_copy(update=changes)
    breads[slug] = jsonable_encoder(updated)
    return updated
