from typing import Any

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    pages: int


app = FastAPI()

rows: dict[str, dict[str, Any]] = {
    "salt-roads": {"title": "Salt Roads", "pages": 312},
    "tides-and-timber": {"title": "Tides and Timber", "pages": "unknown"},
}


@app.get("/books/{slug}", response_model=Book)
async def read_book(slug: str) -> Any:
    if slug not in rows:
        raise HTTPException(status_code=404, detail="No such book")
    return rows[slug]
