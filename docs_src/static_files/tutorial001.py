from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

app = FastAPI()

app.mount("/static", StaticFiles(directory="static"), name="static")


@app.get("/books/{book_id}")
async def read_book(book_id: int) -> dict[str, int | str]:
    return {
        "id": book_id,
        "cover": app.url_path_for("static", path="tides.svg"),
    }
