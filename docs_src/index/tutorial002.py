from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Hut(BaseModel):
    name: str
    price: float
    is_open: bool | None = None


@app.get("/")
def read_index() -> dict[str, str]:
    return {"message": "Welcome to Trailhead"}


@app.get("/huts/{hut_id}")
def read_hut(
    hut_id: int, season: str | None = None
) -> dict[str, int | str | None]:
    return {"hut_id": hut_id, "season": season}


@app.put("/huts/{hut_id}")
def replace_hut(hut_id: int, hut: Hut) -> dict[str, int | str]:
    return {"hut_id": hut_id, "name": hut.name}
