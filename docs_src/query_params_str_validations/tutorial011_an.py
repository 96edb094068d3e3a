from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/books")
async def list_books(
    shelf: Annotated[list[str] | None, Query()] = None,
) -> dict[str, list[str] | None]:
    return {"shelf": shelf}
