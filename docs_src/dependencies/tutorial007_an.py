import sqlite3
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI

app = FastAPI()


def get_db() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect("huts.db", check_same_thread=False)
    try:
        yield db
    finally:
        db.close()


@app.post("/huts/{hut}/visits")
def add_visit(
    hut: str, db: Annotated[sqlite3.Connection, Depends(get_db)]
) -> dict[str, int]:
    db.execute("CREATE TABLE IF NOT EXISTS visits (hut TEXT)")
    db.execute("INSERT INTO visits VALUES (?)", (hut,))
    db.commit()
    row = db.execute("SELECT count(*) FROM visits WHERE hut = ?", (hut,))
    return {"visits": row.fetchone()[0]}
