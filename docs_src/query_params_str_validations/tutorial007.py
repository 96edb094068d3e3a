from fastapi import FastAPI, Query

app = FastAPI()

books = ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]


@app.get("/books")
async def search_books(
    q: str | None = Query(default=None, title="Search text", min_length=3),
) -> list[str]:
    if q is None:
        return books
    return [title for title in books if q.lower() in title.lower()]
