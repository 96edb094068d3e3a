from base64 import b64decode

from fastapi import FastAPI, Response
from pydantic import BaseModel


class Hut(BaseModel):
    name: str
    altitude: int


sketch = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAGAQAAAADflUIsAAAAG0lEQVR42mP8+5npPw"
    "PLvWsMJwyY7iowMDAAAEy0BqKqKjfDAAAAAElFTkSuQmCC"
)

app = FastAPI()


@app.get(
    "/huts/alpenrose",
    response_model=Hut,
    responses={
        200: {
            "content": {"image/png": {}},
            "description": "The hut, or a sketch of the view from it",
        }
    },
)
async def read_hut(img: bool = False) -> Hut | Response:
    if img:
        return Response(content=sketch, media_type="image/png")
    return Hut(name="Alpenrose", altitude=1820)
