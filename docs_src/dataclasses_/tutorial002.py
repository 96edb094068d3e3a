from dataclasses import dataclass, field

from fastapi import FastAPI


@dataclass
class Bread:
    name: str
    price: float
    allergens: list[str] = field(default_factory=list)
    note: str | None = None


app = FastAPI()


@app.get("/breads/today", response_model=Bread)
async def read_bread_of_today() -> dict[str, object]:
    return {
        "name": "Spelt roll",
        "price": "0.95",
        "allergens": ["gluten"],
        "cost": 0.31,
    }
