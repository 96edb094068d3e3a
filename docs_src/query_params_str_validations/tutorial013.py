from typing import Any

from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/books")
async def list_books(
    shelf: list[Any] = Query(),
) -> dict[str, list[Any]]:
    return {"shelf": shelf}
