from typing import Annotated

from fastapi import FastAPI, Header
from pydantic import BaseModel

app = FastAPI()


class CommonHeaders(BaseModel):
    host: str
    save_data: bool
    if_modified_since: str | None = None
    traceparent: str | None = None
    x_tag: list[str] = []


@app.get("/stations")
async def list_stations(
    headers: Annotated[CommonHeaders, Header(convert_underscores=False)],
) -> CommonHeaders:
    return headers
