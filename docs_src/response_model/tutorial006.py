from fastapi import FastAPI
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    note: str | None = None
    fee: float = 0.2
    paid: float = 0


app = FastAPI()

book_of_the_month = Book(title="Salt Roads", note="A first novel", paid=18.5)


@app.get(
    "/book-of-the-month/label",
    response_model=Book,
    response_model_include=["title", "note"],  # type: ignore[arg-type]
)
async def read_label() -> Book:
    return book_of_the_month


@app.get(
    "/book-of-the-month",
    response_model=Book,
    response_model_exclude=["paid"],  # type: ignore[arg-type]
)
async def read_book() -> Book:
    return book_of_the_month
