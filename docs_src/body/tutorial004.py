from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


app = FastAPI()


@app.put("/breads/{bread_id}")
async def replace_bread(
    bread_id: int, bread: Bread, reason: str | None = None
) -> dict[str, Any]:
    answer = {"bread_id": bread_id, **bread.model_dump()}
    if reason is not None:
        answer["reason"] = reason
    return answer
