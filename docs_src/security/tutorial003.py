from typing import Any

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel

app = FastAPI()

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")

database: dict[str, dict[str, Any]] = {
    "mira": {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "hashed_password": "pmal-robrah",
    },
    "jonas": {
        "username": "jonas",
        "email": "jonas@library.example",
        "full_name": "Jonas",
        "blocked": True,
        "hashed_password": "edit-wol",
    },
}


class Member(BaseModel):
    username: str
    email: str | None = None
    full_name: str | None = None
    blocked: bool = False


class MemberInDB(Member):
    hashed_password: str


def fake_hash(password: str) -> str:
    return password[::-1]


def get_member(username: str) -> MemberInDB | None:
    if username not in database:
        return None
    return MemberInDB(**database[username])


async def get_current_member(
    token: str = Depends(oauth2_scheme),
) -> Member:
    member = get_member(token)
    if member is None:
        raise HTTPException(
            status_code=401,
            detail="Unknown token",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return member


async def get_active_member(
    member: Member = Depends(get_current_member),
) -> Member:
    if member.blocked:
        raise HTTPException(status_code=400, detail="Blocked member")
    return member


@app.post("/token")
async def log_in(
    form: OAuth2PasswordRequestForm = Depends(),
) -> dict[str, str]:
    member = get_member(form.username)
    if member is None or fake_hash(form.password) != member.hashed_password:
        raise HTTPException(
            status_code=400, detail="Wrong username or password"
        )
    return {"access_token": member.username, "token_type": "bearer"}


@app.get("/members/me")
async def read_me(
    member: Member = Depends(get_active_member),
) -> Member:
    return member
