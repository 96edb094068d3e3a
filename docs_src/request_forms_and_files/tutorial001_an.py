from typing import Annotated

from fastapi import FastAPI, File, Form, UploadFile

app = FastAPI()


@app.post("/reports")
async def send_report(
    photo: UploadFile,
    track: Annotated[bytes, File()],
    hiker: Annotated[str, Form()],
) -> dict[str, str | int | None]:
    return {
        "hiker": hiker,
        "track_size": len(track),
        "photo_type": photo.content_type,
    }
