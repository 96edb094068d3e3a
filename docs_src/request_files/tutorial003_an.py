from typing import Annotated

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/photos/sizes")
async def measure_photos(
    photos: Annotated[list[bytes], File(description="Small photos")],
) -> dict[str, list[int]]:
    return {"sizes": [len(photo) for photo in photos]}


@app.post("/photos")
async def upload_photos(
    photos: Annotated[list[UploadFile], File(description="Photos of a hut")],
) -> dict[str, list[str | None]]:
    return {"filenames": [photo.filename for photo in photos]}
