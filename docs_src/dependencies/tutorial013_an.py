import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import StreamingResponse
from sqlalchemy import Connection, create_engine, text

engine = create_engine("sqlite:///harbor.db")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS members (name)"))
        connection.execute(text("INSERT INTO members VALUES ('mira')"))
    yield
    engine.dispose()


app = FastAPI(lifespan=lifespan)


def get_connection() -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


def check_member(
    member: str,
    connection: Annotated[Connection, Depends(get_connection)],
) -> None:
    query = text("SELECT 1 FROM members WHERE name = :name")
    if connection.scalar(query, {"name": member}) is None:
        raise HTTPException(status_code=403, detail="For members only")


@app.get(
    "/books/1/read-aloud",
    response_class=StreamingResponse,
    dependencies=[Depends(check_member)],
)
def read_aloud() -> Iterator[str]:
    for word in ["The", "tide", "came", "in", "slowly."]:
        time.sleep(0.01)
        yield f"{word} "
    yield f"\n{engine.pool.status()}\n"
