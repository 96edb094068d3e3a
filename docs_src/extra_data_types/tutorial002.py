from datetime import timedelta
from decimal import Decimal
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Recipe(BaseModel):
    flour: Decimal
    baking_time: timedelta


rye = Recipe(flour=Decimal("0.750"), baking_time=timedelta(minutes=45))


@app.get("/typed")
async def read_typed_recipe() -> Recipe:
    return rye


@app.get("/untyped", response_model=None)
async def read_untyped_recipe() -> dict[str, Any]:
    return {"flour": rye.flour, "baking_time": rye.baking_time}
