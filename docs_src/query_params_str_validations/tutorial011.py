from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/books")
async def list_books(
    shelf: list[str] | None = Query(default=None),
) -> dict[str, list[str] | None]:
    return {"shelf": shelf}
