from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Hut(BaseModel):
    name: str = Field(examples=["Alpenrose"])
    notice: str | None = Field(default=None, examples=["Bring a sleeping bag."])
    price: float = Field(examples=[35.5])
    beds: int | None = Field(default=None, examples=[24])


@app.put("/huts/{hut_id}")
async def replace_hut(hut_id: int, hut: Hut) -> dict[str, Any]:
    return {"hut_id": hut_id, "hut": hut}
