from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Book(BaseModel):
    isbn: str
    title: str


class Message(BaseModel):
    message: str


books = {"9783000000017": "Maps of the Harbor"}

app = FastAPI()


@app.get(
    "/books/{isbn}",
    response_model=Book,
    responses={404: {"model": Message}},
)
async def read_book(isbn: str) -> Book | JSONResponse:
    if isbn not in books:
        return JSONResponse(
            status_code=404, content={"message": "No such book"}
        )
    return Book(isbn=isbn, title=books[isbn])
