from fastapi import FastAPI, UploadFile

app = FastAPI()


@app.post("/tracks", max_body_size=250)
async def upload_track(track: UploadFile) -> dict[str, int | None]:
    return {"size": track.size}
