from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict


class StampIn(BaseModel):
    model_config = ConfigDict(val_json_bytes="base64")

    hut: str
    picture: bytes


class StampOut(BaseModel):
    model_config = ConfigDict(ser_json_bytes="base64")

    hut: str
    picture: bytes


class Stamp(BaseModel):
    model_config = ConfigDict(val_json_bytes="base64", ser_json_bytes="base64")

    hut: str
    picture: bytes


app = FastAPI()


@app.post("/stamps")
async def add_stamp(stamp: StampIn) -> dict[str, str | int]:
    return {
        "hut": stamp.hut,
        "size": len(stamp.picture),
        "first bytes": stamp.picture[:4].hex(" "),
    }


@app.get("/stamps/latest")
async def read_latest_stamp() -> StampOut:
    return StampOut(hut="Steinbock", picture=b"\x89PNG\r\n\x1a\n\xff\xfe")


@app.post("/stamps/copies")
async def copy_stamp(stamp: Stamp) -> Stamp:
    return stamp
