from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, HttpUrl

app = FastAPI()


class Photo(BaseModel):
    url: HttpUrl
    caption: str


class Bread(BaseModel):
    name: str
    price: float
    allergens: set[str] = set()
    photo: Photo | None = None


@app.put("/breads/{bread_id}")
async def replace_bread(bread_id: int, bread: Bread) -> dict[str, Any]:
    return {"bread_id": bread_id, "bread": bread}
