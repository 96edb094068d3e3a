from typing import Annotated

from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    x_token: Annotated[list[str] | None, Header()] = None,
) -> dict[str, list[str] | None]:
    return {"x_token": x_token}
