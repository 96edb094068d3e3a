from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Hut(BaseModel):
    name: str
    notice: str | None = None
    price: float
    beds: int | None = None

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "name": "Alpenrose",
                    "notice": "Bring a sleeping bag.",
                    "price": 35.5,
                    "beds": 24,
                }
            ]
        }
    }


@app.put("/huts/{hut_id}")
async def replace_hut(hut_id: int, hut: Hut) -> dict[str, Any]:
    return {"hut_id": hut_id, "hut": hut}
