from typing import Any

from fastapi import Depends, FastAPI

app = FastAPI()

books = ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]


class Search:
    def __init__(self, q: str = "", skip: int = 0, limit: int = 100) -> None:
        self.q = q.lower()
        self.skip = skip
        self.limit = limit


@app.get("/books")
async def list_books(
    search: Any = Depends(Search),
) -> dict[str, Any]:
    found = [title for title in books if search.q in title.lower()]
    return {
        "q": search.q,
        "books": found[search.skip : search.skip + search.limit],
    }
