from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    price: float


app = FastAPI()


@app.post("/breads", tags=["breads"])
async def add_bread(bread: Bread) -> Bread:
    return bread


@app.get("/breads", tags=["breads"])
async def list_breads() -> list[Bread]:
    return [Bread(name="Rye loaf", price=4.2)]


@app.get("/deliveries", tags=["deliveries"])
async def list_deliveries() -> list[str]:
    return ["Alpenrose", "Harbor Library"]
