from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Shelf(BaseModel):
    name: str
    room: str


app = FastAPI()

rows = [
    {"name": "C3", "room": "Reading room", "width": 120},
    {"name": "M1", "room": "Map cabinet", "width": 80},
]


@app.get("/shelves", response_model=list[Shelf])
async def list_shelves() -> Any:
    return rows
