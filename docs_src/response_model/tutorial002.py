from fastapi import FastAPI
from pydantic import BaseModel, EmailStr


class MemberIn(BaseModel):
    name: str
    password: str
    email: EmailStr
    full_name: str | None = None


app = FastAPI()


@app.post("/members")
async def register(member: MemberIn) -> MemberIn:
    return member
