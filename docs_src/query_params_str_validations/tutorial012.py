from fastapi import FastAPI, Query

app = FastAPI()

all_shelves = ["harbor", "attic"]


@app.get("/books")
async def list_books(
    shelf: list[str] = Query(default=all_shelves),
) -> dict[str, list[str]]:
    return {"shelf": shelf}
