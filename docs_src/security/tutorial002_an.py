from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel

app = FastAPI()

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


class Member(BaseModel):
    username: str
    email: str | None = None
    full_name: str | None = None
    blocked: bool = False


def decode_token(token: str) -> Member:
    return Member(
        username=f"{token}-pretended",
        email="mira@library.example",
        full_name="Mira",
    )


async def get_current_member(
    token: Annotated[str, Depends(oauth2_scheme)],
) -> Member:
    return decode_token(token)


@app.get("/members/me")
async def read_me(
    member: Annotated[Member, Depends(get_current_member)],
) -> Member:
    return member
