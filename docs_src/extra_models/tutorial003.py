from typing import Any

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Title(BaseModel):
    name: str
    kind: str


class AudioBook(Title):
    kind: str = "audio book"
    minutes: int


class PrintedBook(Title):
    kind: str = "book"


app = FastAPI()

rows: dict[str, dict[str, Any]] = {
    "salt-roads": {"name": "Salt Roads"},
    "harbor-lights": {"name": "Harbor Lights", "minutes": 214},
}


@app.get("/titles/{slug}", response_model=AudioBook | PrintedBook)
async def read_title(slug: str) -> Any:
    if slug not in rows:
        raise HTTPException(status_code=404, detail="No such title")
    return rows[slug]
