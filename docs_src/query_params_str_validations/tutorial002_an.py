from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()

books = ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]


@app.get("/books")
async def search_books(
    q: Annotated[str | None, Query(max_length=20)] = None,
) -> list[str]:
    if q is None:
        return books
    return [title for title in books if q.lower() in title.lower()]
