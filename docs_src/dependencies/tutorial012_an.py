from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException

stations = {"ridge", "lake"}
keys = {"cold-wind", "thin-ice"}


async def check_station(x_station: Annotated[str, Header()]) -> None:
    if x_station not in stations:
        raise HTTPException(status_code=400, detail="Unknown station")


async def check_key(x_key: Annotated[str, Header()]) -> None:
    if x_key not in keys:
        raise HTTPException(status_code=400, detail="Unknown key")


app = FastAPI(dependencies=[Depends(check_station), Depends(check_key)])


@app.get("/readings")
async def list_readings() -> list[float]:
    return [-3.5, -4.0]


@app.get("/warnings")
async def list_warnings() -> list[str]:
    return ["Storm above 2000 m"]
