from typing import Any

from fastapi import FastAPI

app = FastAPI(title="Harbor Library", version="3.2.0")
original_openapi = app.openapi


@app.get("/books/")
async def list_books() -> list[dict[str, str]]:
    return [{"title": "Ropes and Knots"}, {"title": "Salt"}]


def custom_openapi() -> dict[str, Any]:
    schema = original_openapi()
    schema["info"]["x-audience"] = "members"
    return schema


app.openapi = custom_openapi  # type: ignore[method-assign]
