from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel


def tag_and_name(route: APIRoute) -> str:
    return f"{route.tags[0]}-{route.name}"


app = FastAPI(generate_unique_id_function=tag_and_name)


class Book(BaseModel):
    isbn: str
    title: str


class Member(BaseModel):
    name: str
    town: str


class Added(BaseModel):
    message: str


@app.post("/books", tags=["books"])
async def add_book(book: Book) -> Added:
    return Added(message=f"{book.title} is on the shelf")


@app.get("/books", tags=["books"])
async def list_books() -> list[Book]:
    return [Book(isbn="978-0-00-000001-6", title="Field Notes")]


@app.post("/members", tags=["members"])
async def add_member(member: Member) -> Added:
    return Added(message=f"Welcome, {member.name}")
