from fastapi import FastAPI, status
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    price: float
    allergens: list[str] = []


app = FastAPI()


@app.post("/breads", status_code=status.HTTP_201_CREATED)
async def add_bread(bread: Bread) -> Bread:
    return bread
