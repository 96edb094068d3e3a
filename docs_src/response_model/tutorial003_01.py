from fastapi import FastAPI
from pydantic import BaseModel, EmailStr


class Member(BaseModel):
    name: str
    email: EmailStr
    full_name: str | None = None


class MemberIn(Member):
    password: str


app = FastAPI()


@app.post("/members")
async def register(member: MemberIn) -> Member:
    return member
