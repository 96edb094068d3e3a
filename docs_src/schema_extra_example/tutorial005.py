from typing import Any

from fastapi import Body, FastAPI
from pydantic import BaseModel

app = FastAPI()


class Hut(BaseModel):
    name: str
    notice: str | None = None
    price: float
    beds: int | None = None


@app.put("/huts/{hut_id}")
async def replace_hut(
    hut_id: int,
    hut: Hut = Body(
        openapi_examples={
            "normal": {
                "summary": "A usual hut",
                "description": "Every value has **its own type**.",
                "value": {
                    "name": "Alpenrose",
                    "notice": "Bring a sleeping bag.",
                    "price": 35.5,
                    "beds": 24,
                },
            },
            "converted": {
                "summary": "A price written as text",
                "description": "FastAPI converts it to a number.",
                "value": {"name": "Birkenhof", "price": "28.5"},
            },
            "invalid": {
                "summary": "A price that is no number",
                "description": "It is answered with an error.",
                "value": {"name": "Steinbock", "price": "thirty-five"},
            },
        },
    ),
) -> dict[str, Any]:
    return {"hut_id": hut_id, "hut": hut}
