from fastapi import FastAPI
from pydantic import BaseModel, computed_field

app = FastAPI(separate_input_output_schemas=False)


class Order(BaseModel):
    bread: str
    pieces: int
    price: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def total(self) -> int:
        return self.pieces * self.price


@app.post("/orders/")
async def create_order(order: Order) -> Order:
    return order
