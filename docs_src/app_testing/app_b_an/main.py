from typing import Annotated

from fastapi import FastAPI, Header, HTTPException
from pydantic import BaseModel

TOKEN = "edelweiss"

app = FastAPI()


class Hut(BaseModel):
    id: str
    name: str
    beds: int


huts = {
    "alpenrose": Hut(id="alpenrose", name="Alpenrose", beds=24),
    "birkenhof": Hut(id="birkenhof", name="Birkenhof", beds=40),
}


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: str, x_token: Annotated[str, Header()]) -> Hut:
    if x_token != TOKEN:
        raise HTTPException(status_code=400, detail="This token is not valid")
    if hut_id not in huts:
        raise HTTPException(status_code=404, detail="There is no such hut")
    return huts[hut_id]


@app.post("/huts")
async def add_hut(hut: Hut, x_token: Annotated[str, Header()]) -> Hut:
    if x_token != TOKEN:
        raise HTTPException(status_code=400, detail="This token is not valid")
    if hut.id in huts:
        raise HTTPException(status_code=409, detail="This hut exists already")
    huts[hut.id] = hut
    return hut
