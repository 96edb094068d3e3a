from fastapi import FastAPI
from pydantic import BaseModel


class Bread(BaseModel):
    name: str
    price: float
    allergens: list[str] = []


app = FastAPI()


@app.post("/breads", summary="Put a bread on the list")
async def add_bread(bread: Bread) -> Bread:
    """
    The shop sells it **from the next morning** on.

    * `name`: what stands on the sign
    * `price`: in euros, for one piece
    * `allergens`: what people may have to avoid
    """
    return bread
