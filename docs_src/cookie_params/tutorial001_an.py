from typing import Annotated

from fastapi import Cookie, FastAPI

app = FastAPI()


@app.get("/books")
async def list_books(
    last_shelf: Annotated[str | None, Cookie()] = None,
) -> dict[str, str | None]:
    return {"last_shelf": last_shelf}
