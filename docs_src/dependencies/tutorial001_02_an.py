from typing import Annotated, Any

from fastapi import Depends, FastAPI

app = FastAPI()

books = ["Salt Roads", "The Lighthouse Keeper", "Tides and Timber"]
members = ["aiko", "jonas", "mira", "tomas"]


async def get_search(
    q: str = "", skip: int = 0, limit: int = 100
) -> dict[str, Any]:
    return {"q": q.lower(), "skip": skip, "limit": limit}


Search = Annotated[dict[str, Any], Depends(get_search)]


def select(texts: list[str], search: dict[str, Any]) -> list[str]:
    found = [text for text in texts if search["q"] in text.lower()]
    return found[search["skip"] : search["skip"] + search["limit"]]


@app.get("/books")
async def list_books(search: Search) -> list[str]:
    return select(books, search)


@app.get("/members")
async def list_members(search: Search) -> list[str]:
    return select(members, search)
