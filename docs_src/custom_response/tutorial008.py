from collections.abc import Iterator
from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse

video = Path("webcam.mp4")
app = FastAPI()


def read_video() -> Iterator[bytes]:
    with video.open("rb") as file:
        yield from file


@app.get("/webcam")
def show_webcam() -> StreamingResponse:
    if not video.exists():
        raise HTTPException(status_code=404, detail="No recording yet")
    return StreamingResponse(read_video(), media_type="video/mp4")
