from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, EmailStr


class MemberIn(BaseModel):
    name: str
    password: str
    email: EmailStr
    full_name: str | None = None


class MemberOut(BaseModel):
    name: str
    email: EmailStr
    full_name: str | None = None


app = FastAPI()


@app.post("/members", response_model=MemberOut)
async def register(member: MemberIn) -> Any:
    return member
