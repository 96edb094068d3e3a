from typing import Annotated

from fastapi import Cookie, FastAPI
from pydantic import BaseModel

app = FastAPI()


class ReaderCookies(BaseModel):
    model_config = {"extra": "forbid"}

    session_id: str
    last_shelf: str | None = None
    theme: str | None = None


@app.get("/books")
async def list_books(
    cookies: Annotated[ReaderCookies, Cookie()],
) -> ReaderCookies:
    return cookies
