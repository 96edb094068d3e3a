from datetime import datetime

from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Loan(BaseModel):
    title: str
    member: str
    due: datetime


app = FastAPI()


@app.put("/loans/{number}")
async def put_loan(number: int, loan: Loan) -> JSONResponse:
    data = jsonable_encoder(loan)
    return JSONResponse(content=data, headers={"X-Loan": str(number)})
