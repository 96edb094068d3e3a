from typing import Annotated, Any

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
    hut: Annotated[
        Hut,
        Body(
            examples=[
                {
                    "name": "Alpenrose",
                    "notice": "Bring a sleeping bag.",
                    "price": 35.5,
                    "beds": 24,
                },
                {"name": "Birkenhof", "price": "28.5"},
                {"name": "Steinbock", "price": "thirty-five"},
            ],
        ),
    ],
) -> dict[str, Any]:
    return {"hut_id": hut_id, "hut": hut}
