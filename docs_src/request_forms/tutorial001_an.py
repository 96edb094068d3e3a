from typing import Annotated

from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/login")
async def log_in(
    username: Annotated[str, Form()], password: Annotated[str, Form()]
) -> dict[str, str]:
    return {"username": username}
