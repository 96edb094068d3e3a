from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, FastAPI, HTTPException


async def check_session(
    session: Annotated[str | None, Cookie()] = None,
) -> None:
    if session != "early-bird":
        raise HTTPException(status_code=401, detail="Please log in")


app = FastAPI()
office = APIRouter(prefix="/office", dependencies=[Depends(check_session)])
office.frontend("/", directory="site")

app.include_router(office)
