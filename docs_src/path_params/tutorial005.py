from enum import Enum

from fastapi import FastAPI


class Season(str, Enum):
    spring = "spring"
    summer = "summer"
    winter = "winter"


app = FastAPI()


@app.get("/trails/{season}")
async def read_trails(season: Season) -> dict[str, Season | str]:
    if season is Season.winter:
        return {"season": season, "advice": "Bring snowshoes."}
    if season.value == "spring":
        return {"season": season, "advice": "Expect melting snow."}
    return {"season": season, "advice": "Start early."}
