from typing import Annotated

from fastapi import Cookie, Depends, FastAPI

app = FastAPI()


def get_query(q: str | None = None) -> str | None:
    return q


def get_query_or_last(
    query: Annotated[str | None, Depends(get_query)],
    last_query: Annotated[str | None, Cookie()] = None,
) -> str | None:
    return query or last_query


@app.get("/books")
async def search_books(
    query: Annotated[str | None, Depends(get_query_or_last)],
) -> dict[str, str | None]:
    return {"searched_for": query}
