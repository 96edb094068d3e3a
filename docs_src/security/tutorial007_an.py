import secrets
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBasic, HTTPBasicCredentials

USERNAME = "aiko"
PASSWORD = "snow line"

app = FastAPI()

basic = HTTPBasic()


def get_username(
    credentials: Annotated[HTTPBasicCredentials, Depends(basic)],
) -> str:
    name_fits = secrets.compare_digest(
        credentials.username.encode(), USERNAME.encode()
    )
    password_fits = secrets.compare_digest(
        credentials.password.encode(), PASSWORD.encode()
    )
    if not (name_fits and password_fits):
        raise HTTPException(
            status_code=401,
            detail="Wrong username or password",
            headers={"WWW-Authenticate": "Basic"},
        )
    return credentials.username


@app.get("/readings")
def list_readings(
    username: Annotated[str, Depends(get_username)],
) -> dict[str, str | int]:
    return {"temperature": -3, "asked_by": username}
