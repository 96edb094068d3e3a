from fastapi import FastAPI
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    pages: int
    note: str | None = None
    tags: list[str] = []


app = FastAPI()


@app.post("/books")
async def add_book(book: Book) -> Book:
    return book


@app.get("/books")
async def list_books() -> list[Book]:
    return [
        Book(title="Salt Roads", pages=312, tags=["travel"]),
        Book(title="Tides and Timber", pages=188),
    ]
