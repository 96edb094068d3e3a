from typing import Union

from fastapi import FastAPI
from pydantic import BaseModel

Content = Union["Book", "Box"]


class Book(BaseModel):
    title: str


class Box(BaseModel):
    label: str
    content: list[Content]


app = FastAPI()


def count_books(content: list[Content]) -> int:
    return sum(
        1 if isinstance(thing, Book) else count_books(thing.content)
        for thing in content
    )


@app.post("/boxes")
async def add_box(box: Box) -> dict[str, int]:
    return {box.label: count_books(box.content)}
