from fastapi import Cookie, Depends, FastAPI

app = FastAPI()


def get_query(q: str | None = None) -> str | None:
    return q


def get_query_or_last(
    query: str | None = Depends(get_query),
    last_query: str | None = Cookie(default=None),
) -> str | None:
    return query or last_query


@app.get("/books")
async def search_books(
    query: str | None = Depends(get_query_or_last),
) -> dict[str, str | None]:
    return {"searched_for": query}
