from secrets import token_urlsafe

from fastapi import FastAPI, Response

app = FastAPI()


@app.post("/login/")
async def log_in(response: Response) -> dict[str, str]:
    response.set_cookie(
        key="session",
        value=token_urlsafe(),
        max_age=3600,
        secure=True,
        httponly=True,
        samesite="strict",
    )
    return {"welcome": "mira"}


@app.post("/logout/")
async def log_out(response: Response) -> dict[str, str]:
    response.delete_cookie(
        key="session", secure=True, httponly=True, samesite="strict"
    )
    return {"goodbye": "mira"}
