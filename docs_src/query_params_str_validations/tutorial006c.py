from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/books")
async def search_books(
    q: str | None = Query(min_length=3),
) -> dict[str, str | None]:
    return {"q": q}
