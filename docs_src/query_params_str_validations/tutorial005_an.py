from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()

books = ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]


@app.get("/books")
async def search_books(
    q: Annotated[str, Query(min_length=3)] = "light",
) -> list[str]:
    return [title for title in books if q.lower() in title.lower()]
