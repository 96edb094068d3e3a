from typing import Annotated, Any

from fastapi import Body, FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Bread(BaseModel):
    name: str
    note: str | None = Field(
        default=None,
        title="A note for the customer",
        description="Shown on the label below the name.",
        max_length=300,
    )
    price: float = Field(gt=0, description="The price without tax.")
    tax: float | None = None


@app.put("/breads/{bread_id}")
async def replace_bread(
    bread_id: int, bread: Annotated[Bread, Body(embed=True)]
) -> dict[str, Any]:
    return {"bread_id": bread_id, "bread": bread}
