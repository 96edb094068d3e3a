from fastapi import FastAPI, Response
from pydantic import BaseModel


class Weather(BaseModel):
    celsius: float


app = FastAPI()


@app.get("/stations/7")
async def read_station(response: Response) -> Weather:
    response.headers["X-Station"] = "Steinbock"
    response.headers["Cache-Control"] = "max-age=600"
    return Weather(celsius=-4.5)
