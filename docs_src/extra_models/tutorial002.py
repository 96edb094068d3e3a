from fastapi import FastAPI
from pydantic import BaseModel, EmailStr


class Member(BaseModel):
    name: str
    email: EmailStr
    full_name: str | None = None


class MemberIn(Member):
    password: str


class MemberInDB(Member):
    hashed_password: str


app = FastAPI()

members: dict[str, MemberInDB] = {}


def hash_password(password: str) -> str:
    return f"no-real-hash-of-{len(password)}-characters"


def save(member: MemberIn) -> MemberInDB:
    hashed_password = hash_password(member.password)
    stored = MemberInDB(**member.model_dump(), hashed_password=hashed_password)
    members[stored.name] = stored
    return stored


@app.post("/members")
async def register(member: MemberIn) -> Member:
    return save(member)
