from typing import Annotated

from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    user_agent: Annotated[str | None, Header()] = None,
) -> dict[str, str | None]:
    return {"user_agent": user_agent}
