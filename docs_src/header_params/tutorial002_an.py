from typing import Annotated

from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/stations")
async def list_stations(
    station_key: Annotated[
        str | None, Header(convert_underscores=False)
    ] = None,
) -> dict[str, str | None]:
    return {"station_key": station_key}
