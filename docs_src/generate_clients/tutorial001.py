from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Book(BaseModel):
    isbn: str
    title: str


class BookAdded(BaseModel):
    message: str


@app.post("/books")
async def add_book(book: Book) -> BookAdded:
    return BookAdded(message=f"{book.title} is on the shelf")


@app.get("/books")
async def list_books() -> list[Book]:
    return [Book(isbn="978-0-00-000001-6", title="Field Notes")]
