from fastapi import FastAPI, File, UploadFile
from fastapi.responses import HTMLResponse

app = FastAPI()

PAGE = """\
<form action="/photos" method="post" enctype="multipart/form-data">
  <input name="photos" type="file" multiple>
  <button>Upload</button>
</form>
"""


@app.post("/photos/sizes")
async def measure_photos(
    photos: list[bytes] = File(),
) -> dict[str, list[int]]:
    return {"sizes": [len(photo) for photo in photos]}


@app.post("/photos")
async def upload_photos(
    photos: list[UploadFile],
) -> dict[str, list[str | None]]:
    return {"filenames": [photo.filename for photo in photos]}


@app.get("/")
async def show_form() -> HTMLResponse:
    return HTMLResponse(PAGE)
