from collections.abc import AsyncIterable, Iterable

from fastapi import FastAPI
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    shelf: str | None = None


books = [
    Book(title="Sand Martins", shelf="B4"),
    Book(title="House Rules"),
    Book(title="Tides", shelf="A1"),
]

app = FastAPI()


@app.get("/books/stream")
async def stream_books() -> AsyncIterable[Book]:
    for book in books:
        yield book


@app.get("/books/stream-no-async")
def stream_books_no_async() -> Iterable[Book]:
    yield from books


@app.get("/books/stream-no-annotation")
async def stream_books_no_annotation():
    for book in books:
        yield book


@app.get("/books/stream-no-async-no-annotation")
def stream_books_no_async_no_annotation():
    yield from books
