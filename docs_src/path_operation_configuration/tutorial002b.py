from enum import Enum

from fastapi import FastAPI


class Tag(Enum):
    breads = "breads"
    deliveries = "deliveries"


app = FastAPI()


@app.get("/breads", tags=[Tag.breads])
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]


@app.get("/deliveries", tags=[Tag.deliveries])
async def list_deliveries() -> list[str]:
    return ["Alpenrose", "Harbor Library"]
