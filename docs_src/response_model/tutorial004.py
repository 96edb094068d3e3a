from typing import Any

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    note: str | None = None
    fee: float = 0.2
    tags: list[str] = []


app = FastAPI()

rows: dict[str, dict[str, Any]] = {
    "salt-roads": {"title": "Salt Roads"},
    "harbor-lights": {
        "title": "Harbor Lights",
        "note": "Handle with care",
        "fee": 0.5,
        "tags": ["photographs"],
    },
    "tides-and-timber": {
        "title": "Tides and Timber",
        "note": None,
        "fee": 0.2,
        "tags": [],
    },
}


@app.get(
    "/books/{slug}", response_model=Book, response_model_exclude_unset=True
)
async def read_book(slug: str) -> Any:
    if slug not in rows:
        raise HTTPException(status_code=404, detail="No such book")
    return rows[slug]
