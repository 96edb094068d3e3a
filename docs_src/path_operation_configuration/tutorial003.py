from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    price: float
    allergens: list[str] = []


app = FastAPI()


@app.post(
    "/breads",
    summary="Put a bread on the list",
    description="The shop sells it from the next morning on.",
)
async def add_bread(bread: Bread) -> Bread:
    return bread
