from fastapi import Cookie, FastAPI

app = FastAPI()


@app.get("/books")
async def list_books(
    last_shelf: str | None = Cookie(default=None),
) -> dict[str, str | None]:
    return {"last_shelf": last_shelf}
