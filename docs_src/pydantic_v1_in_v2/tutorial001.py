from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, validator

app = FastAPI()


class Order(BaseModel):
    bread: str
    pieces: int
    note: str | None

    class Config:
        anystr_strip_whitespace = True

    @validator("pieces")
    def at_least_one(cls, value: int) -> int:
        if value < 1:
            raise ValueError("order at least one")
        return value


@app.post("/orders")
async def create_order(order: Order) -> dict[str, Any]:
    return order.dict()
