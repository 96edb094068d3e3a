from fastapi import FastAPI
from pydantic import BaseModel, HttpUrl

app = FastAPI()


class Photo(BaseModel):
    url: HttpUrl
    caption: str


@app.post("/photos")
async def add_photos(photos: list[Photo]) -> list[Photo]:
    for photo in photos:
        photo.caption = photo.caption.strip()
    return photos
