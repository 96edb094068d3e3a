from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/stations/7")
async def read_station() -> JSONResponse:
    return JSONResponse(
        content={"celsius": -4.5},
        headers={"X-Station": "Steinbock", "Cache-Control": "max-age=600"},
    )
