from datetime import datetime, timedelta, timezone
from typing import Any

import jwt
from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import (
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
    SecurityScopes,
)
from jwt.exceptions import InvalidTokenError
from pwdlib import PasswordHash
from pydantic import BaseModel, ValidationError

SECRET_KEY = "ef2b43258badb56f8f3b3180e16260876b0597eb80060f459d02051b4959c865"
ALGORITHM = "HS256"
MINUTES_OF_LIFE = 30

database: dict[str, dict[str, Any]] = {
    "mira": {
        "username": "mira",
        "email": "mira@library.example",
        "full_name": "Mira",
        "scopes": ["me", "loans"],
        "hashed_password": "$argon2id$v=19$m=65536,t=3,p=4$96wZxoRpco7+qrcDbo8"
        "N4Q$CeTnuWI3oZwmdzmjDoMgWh8esEAtrgossfaDp8Lua0Y",
    },
    "jonas": {
        "username": "jonas",
        "email": "jonas@library.example",
        "full_name": "Jonas",
        "scopes": ["me"],
        "blocked": True,
        "hashed_password": "$argon2id$v=19$m=65536,t=3,p=4$HEjYfBa6jpH/hqrw1bA"
        "jzA$kdUUKerr1YSbPG0OYCXjQLsU4/JS2vIvSZMBcAHL9Ek",
    },
}


class Token(BaseModel):
    access_token: str
    token_type: str
    scope: str


class Claims(BaseModel):
    sub: str
    scope: str


class Member(BaseModel):
    username: str
    email: str | None = None
    full_name: str | None = None
    blocked: bool = False


class MemberInDB(Member):
    hashed_password: str
    scopes: list[str]


password_hash = PasswordHash.recommended()
DUMMY_HASH = password_hash.hash("no member has this password")

oauth2_scheme = OAuth2PasswordBearer(
    tokenUrl="token",
    scopes={
        "me": "Read your own profile.",
        "loans": "See what you have borrowed.",
    },
)

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
    needed: SecurityScopes,
    token: str = Depends(oauth2_scheme),
) -> Member:
    challenge = "Bearer"
    if needed.scopes:
        challenge += f' scope="{needed.scope_str}"'
    refusal = HTTPException(
        status_code=401,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": challenge},
    )
    try:
        payload = jwt.decode(
            token,
            SECRET_KEY,
            algorithms=[ALGORITHM],
            options={"require": ["exp"]},
        )
        claims = Claims(**payload)
    except (InvalidTokenError, ValidationError) as error:
        raise refusal from error
    member = get_member(claims.sub)
    if member is None:
        raise refusal
    if not set(needed.scopes) <= set(claims.scope.split()):
        raise HTTPException(
            status_code=403,
            detail="Not enough permissions",
            headers={
                "WWW-Authenticate": f'{challenge}, error="insufficient_scope"'
            },
        )
    return member


def get_active_member(
    member: Member = Security(get_current_member, scopes=["me"]),
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
    granted = [scope for scope in form.scopes if scope in member.scopes]
    claims = {"sub": member.username, "scope": " ".join(granted)}
    token = create_access_token(claims, timedelta(minutes=MINUTES_OF_LIFE))
    return Token(access_token=token, token_type="bearer", scope=claims["scope"])


@app.get("/members/me")
def read_me(
    member: Member = Depends(get_active_member),
) -> Member:
    return member


@app.get("/members/me/loans")
def list_my_loans(
    member: Member = Security(get_active_member, scopes=["loans"]),
) -> list[dict[str, str]]:
    return [{"book": "Salt Roads", "member": member.username}]


@app.get("/status")
def read_status(
    member: Member = Depends(get_current_member),
) -> dict[str, str]:
    return {"library": "open", "member": member.username}
