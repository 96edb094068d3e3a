from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    pages: int
    note: str | None = None
    tags: list[str] = []


app = FastAPI()

rows: list[dict[str, Any]] = [
    {"title": "Salt Roads", "pages": 312, "paid": 18.5},
    {"title": "Tides and Timber", "pages": 188, "paid": 11.0},
]


@app.post("/books", response_model=Book)
async def add_book(book: Book) -> Any:
    row = book.model_dump() | {"paid": None}
    rows.append(row)
    return row


@app.get("/books", response_model=list[Book])
async def list_books() -> Any:
    return rows
