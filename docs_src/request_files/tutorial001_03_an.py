from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/tracks/size")
async def measure_track(
    track: Annotated[bytes, File(description="A short track, as GPX")],
) -> dict[str, int]:
    return {"size": len(track)}


@app.post("/tracks")
async def upload_track(
    track: Annotated[UploadFile, File(description="A track, as GPX")],
) -> dict[str, str | None]:
    return {"filename": track.filename}
