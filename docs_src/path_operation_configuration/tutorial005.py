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
    response_description="The bread as it will be sold",
)
async def add_bread(bread: Bread) -> Bread:
    """The shop sells it **from the next morning** on."""
    return bread
