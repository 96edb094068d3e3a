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


class MemberInDB(BaseModel):
    name: str
    hashed_password: str
    email: EmailStr
    full_name: str | None = None


app = FastAPI()

members: dict[str, MemberInDB] = {}


def hash_password(password: str) -> str:
    return f"no-real-hash-of-{len(password)}-characters"


def save(member: MemberIn) -> MemberInDB:
    hashed_password = hash_password(member.password)
    stored = MemberInDB(**member.model_dump(), hashed_password=hashed_password)
    members[stored.name] = stored
    return stored


@app.post("/members", response_model=MemberOut)
async def register(member: MemberIn) -> Any:
    return save(member)
