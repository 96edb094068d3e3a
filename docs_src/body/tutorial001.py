from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


app = FastAPI()


@app.post("/breads")
async def add_bread(bread: Bread) -> Bread:
    return bread
