from typing import Annotated, Any

from fastapi import Body, FastAPI
from pydantic import BaseModel

app = FastAPI()


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


@app.put("/breads/{bread_id}")
async def replace_bread(
    bread_id: int, bread: Annotated[Bread, Body(embed=True)]
) -> dict[str, Any]:
    return {"bread_id": bread_id, "bread": bread}
