from typing import Annotated

from fastapi import Header, HTTPException


async def check_branch(branch: str) -> None:
    if branch not in ("harbor", "hill"):
        raise HTTPException(status_code=400, detail="There is no such branch")


async def check_token(x_token: Annotated[str, Header()]) -> None:
    if x_token != "lighthouse":
        raise HTTPException(status_code=400, detail="This token is not valid")
