from typing import Any

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel


class Book(BaseModel):
    isbn: str
    title: str


cover = b"\x89PNG\r\n\x1a\n"
books = {"9783000000017": "Maps of the Harbor"}
moved = {"9783000000024": "https://annex.example/books/9783000000024"}
closed = {"9783000000031"}

common: dict[int | str, dict[str, Any]] = {
    404: {"description": "No such book"},
    302: {"description": "The book has moved to the annex"},
    403: {"description": "The book is in the closed stacks"},
}

app = FastAPI()


@app.get(
    "/books/{isbn}",
    response_model=Book,
    responses={**common, 200: {"content": {"image/png": {}}}},
)
async def read_book(isbn: str, img: bool = False) -> Book | Response:
    if isbn in moved:
        return RedirectResponse(moved[isbn], status_code=302)
    if isbn in closed:
        raise HTTPException(status_code=403, detail="Ask at the desk")
    if isbn not in books:
        raise HTTPException(status_code=404, detail="No such book")
    if img:
        return Response(content=cover, media_type="image/png")
    return Book(isbn=isbn, title=books[isbn])
