from typing import Annotated

from fastapi import Depends, FastAPI, Response
from fastapi.responses import JSONResponse


def limit_calls(response: Response) -> int:
    calls_left = 99
    response.headers["X-Calls-Left"] = str(calls_left)
    return calls_left


app = FastAPI()


@app.get("/stations/7")
async def read_station(
    calls_left: Annotated[int, Depends(limit_calls)],
) -> dict[str, float]:
    return {"celsius": -4.5}


@app.get("/stations/8")
async def read_other_station(
    calls_left: Annotated[int, Depends(limit_calls)],
) -> JSONResponse:
    return JSONResponse(
        content={"celsius": -2.0},
        headers={"X-Calls-Left": str(calls_left), "X-Station": "Birkenhof"},
    )
