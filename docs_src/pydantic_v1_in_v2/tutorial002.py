from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, field_validator

app = FastAPI()


class Order(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    bread: str
    pieces: int
    note: str | None = None

    @field_validator("pieces")
    @classmethod
    def at_least_one(cls, value: int) -> int:
        if value < 1:
            raise ValueError("order at least one")
        return value


@app.post("/orders")
async def create_order(order: Order) -> dict[str, Any]:
    return order.model_dump()
