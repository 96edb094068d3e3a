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
    photos: list[Photo] = []


class Basket(BaseModel):
    name: str
    price: float
    breads: list[Bread]


@app.post("/baskets")
async def offer_basket(basket: Basket) -> Basket:
    return basket
