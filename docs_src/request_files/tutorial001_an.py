from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/tracks/size")
async def measure_track(track: Annotated[bytes, File()]) -> dict[str, int]:
    return {"size": len(track)}


@app.post("/tracks")
async def upload_track(track: UploadFile) -> dict[str, str | int | None]:
    content = await track.read()
    return {
        "filename": track.filename,
        "content_type": track.content_type,
        "points": content.count(b"<trkpt"),
    }
