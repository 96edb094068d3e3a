from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/tracks/size")
async def measure_track(
    track: Annotated[bytes | None, File()] = None,
) -> dict[str, str | int]:
    if track is None:
        return {"message": "No track sent"}
    return {"size": len(track)}


@app.post("/tracks")
async def upload_track(
    track: UploadFile | None = None,
) -> dict[str, str | None]:
    if track is None:
        return {"message": "No track sent"}
    return {"filename": track.filename}
