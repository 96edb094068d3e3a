from datetime import datetime

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Loan(BaseModel):
    member: str
    isbn: str
    due: datetime


@app.webhooks.post("loan-overdue", status_code=204)
def report_overdue_loan(body: Loan) -> None:
    """
    A book has not come back in time. You get this once for each book,
    in the night after the day it was due.
    """


@app.get("/members")
async def list_members() -> list[str]:
    return ["mira", "jonas"]
