from dataclasses import field

from fastapi import FastAPI
from pydantic.dataclasses import dataclass  # (1)!


@dataclass
class Delivery:
    street: str
    loaves: int = 1


@dataclass
class Round:
    driver: str
    deliveries: list[Delivery] = field(default_factory=list)  # (2)!


app = FastAPI()


@app.post("/drivers/{driver}/deliveries")
async def plan_round(driver: str, deliveries: list[Delivery]) -> Round:
    return Round(driver=driver, deliveries=deliveries)  # (3)!


@app.get("/rounds", response_model=list[Round])  # (4)!
def list_rounds() -> list[dict[str, object]]:  # (5)!
    return [
        {"driver": "tomas", "deliveries": [{"street": "Quay 3", "loaves": 4}]},
        {"driver": "aiko"},
    ]
