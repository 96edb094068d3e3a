from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


class Baker(BaseModel):
    username: str
    full_name: str | None = None


@app.put("/breads/{bread_id}")
async def replace_bread(
    bread_id: int, bread: Bread, baker: Baker
) -> dict[str, Any]:
    return {"bread_id": bread_id, "bread": bread, "baker": baker}
