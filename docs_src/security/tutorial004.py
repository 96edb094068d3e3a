from datetime import datetime, timedelta, timezone
from typing import Any

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from jwt.exceptions import InvalidTokenError
from pwdlib import PasswordHash
from pydantic import BaseModel

SECRET_KEY = "ef2b43258badb56f8f3b3180e16260876b0597eb80060f459d02051b4959c865"
ALGORITHM = "HS256"
MINUTES_OF_LIFE = 30

database: dict[str, dict[str, Any]] = {
    "mira": {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "hashed_password": "$argon2id$v=19$m=65536,t=3,p=4$96wZxoRpco7+qrcDbo8"
        "N4Q$CeTnuWI3oZwmdzmjDoMgWh8esEAtrgossfaDp8Lua0Y",
    },
    "jonas": {
        "username": "jonas",
        "email": "jonas@library.example",
        "full_name": "Jonas",
        "blocked": True,
        "hashed_password": "$argon2id$v=19$m=65536,t=3,p=4$HEjYfBa6jpH/hqrw1bA"
        "jzA$kdUUKerr1YSbPG0OYCXjQLsU4/JS2vIvSZMBcAHL9Ek",
    },
}


class Token(BaseModel):
    access_token: str
    token_type: str


class Member(BaseModel):
    username: str
    email: str | None = None
    full_name: str | None = None
    blocked: bool = False


class MemberInDB(Member):
    hashed_password: str


password_hash = PasswordHash.recommended()
DUMMY_HASH = password_hash.hash("no member has this password")

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")

app = FastAPI()


def get_member(username: str) -> MemberInDB | None:
    if username not in database:
        return None
    return MemberInDB(**database[username])


def authenticate(username: str, password: str) -> MemberInDB | None:
    member = get_member(username)
    hashed = member.hashed_password if member else DUMMY_HASH
    return member if password_hash.verify(password, hashed) else None


def create_access_token(
    data: dict[str, Any], expires_delta: timedelta | None = None
) -> str:
    lifetime = expires_delta or timedelta(minutes=15)
    claims = {**data, "exp": datetime.now(timezone.utc) + lifetime}
    return jwt.encode(claims, SECRET_KEY, algorithm=ALGORITHM)


def get_current_member(
    token: str = Depends(oauth2_scheme),
) -> Member:
    refusal = HTTPException(
        status_code=401,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": "Bearer"},
    )
    try:
        claims = jwt.decode(
            token,
            SECRET_KEY,
            algorithms=[ALGORITHM],
            options={"require": ["exp", "sub"]},
        )
    except InvalidTokenError as error:
        raise refusal from error
    member = get_member(claims["sub"])
    if member is None:
        raise refusal
    return member


def get_active_member(
    member: Member = Depends(get_current_member),
) -> Member:
    if member.blocked:
        raise HTTPException(status_code=400, detail="Blocked member")
    return member


@app.post("/token")
def log_in(
    form: OAuth2PasswordRequestForm = Depends(),
) -> Token:
    member = authenticate(form.username, form.password)
    if member is None:
        raise HTTPException(
            status_code=401,
            detail="Wrong username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    token = create_access_token(
        {"sub": member.username}, timedelta(minutes=MINUTES_OF_LIFE)
    )
    return Token(access_token=token, token_type="bearer")


@app.get("/members/me")
def read_me(
    member: Member = Depends(get_active_member),
) -> Member:
    return member


@app.get("/members/me/loans")
def list_my_loans(
    member: Member = Depends(get_active_member),
) -> list[dict[str, str]]:
    return [{"book": "Salt Roads", "member": member.username}]
