from dataclasses import dataclass

from fastapi import FastAPI


@dataclass
class Bread:
    name: str
    price: float
    note: str | None = None
    tax: float | None = None


app = FastAPI()


@app.post("/breads")
async def add_bread(bread: Bread) -> Bread:
    return bread
