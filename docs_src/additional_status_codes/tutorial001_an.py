from typing import Annotated

from fastapi import Body, FastAPI, status
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Shelf(BaseModel):
    label: str
    places: int


app = FastAPI()

shelves = {"A1": Shelf(label="Mountains", places=40)}


@app.put("/shelves/{code}", response_model=Shelf)
async def put_shelf(
    code: str,
    label: Annotated[str, Body()],
    places: Annotated[int, Body()] = 30,
) -> Shelf | JSONResponse:
    is_new = code not in shelves
    shelf = Shelf(label=label, places=places)
    shelves[code] = shelf
    if is_new:
        return JSONResponse(
            status_code=status.HTTP_201_CREATED, content=shelf.model_dump()
        )
    return shelf
