from typing import Annotated, Literal

from fastapi import FastAPI, Query
from pydantic import BaseModel, Field

app = FastAPI()


class BookFilter(BaseModel):
    limit: int = Field(100, gt=0, le=100)
    offset: int = Field(0, ge=0)
    order_by: Literal["title", "year"] = "title"
    tags: list[str] = []


@app.get("/books")
async def list_books(
    book_filter: Annotated[BookFilter, Query()],
) -> BookFilter:
    return book_filter
