from datetime import date

from fastapi import FastAPI
from pydantic import BaseModel


class Loan(BaseModel):
    book: str
    due: date | None
    note: str | None = None


app = FastAPI()


@app.post("/loans")
async def add_loan(loan: Loan) -> str:
    if loan.due is None:
        return f"{loan.book}: as long as you like"
    return f"{loan.book}: until {loan.due}"
