from datetime import datetime
from typing import Any

from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel


class Reading(BaseModel):
    celsius: float
    measured_at: datetime
    note: str | None = None


app = FastAPI()

store: dict[str, Any] = {}


@app.put("/stations/{name}/reading")
async def save_reading(name: str, reading: Reading) -> None:
    store[name] = jsonable_encoder(reading)


@app.get("/store")
async def read_store() -> dict[str, Any]:
    return store
