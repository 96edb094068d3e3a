from typing import Annotated, Any

from fastapi import FastAPI, Path
from pydantic import BaseModel

app = FastAPI()


class Bread(BaseModel):
    name: str
    note: str | None = None
    price: float
    tax: float | None = None


@app.put("/breads/{bread_id}")
async def replace_bread(
    bread_id: Annotated[
        int, Path(title="The number of the bread", ge=0, le=1000)
    ],
    reason: str | None = None,
    bread: Bread | None = None,
) -> dict[str, Any]:
    answer: dict[str, Any] = {"bread_id": bread_id}
    if reason is not None:
        answer["reason"] = reason
    if bread is not None:
        answer["bread"] = bread
    return answer
