from fastapi import FastAPI
from pydantic import BaseModel


class Order(BaseModel):
    bread: str
    count: int = 1
    allergens: list[str] = []


app = FastAPI()


@app.post("/orders", summary="Order bread for tomorrow")
async def create_order(order: Order) -> Order:
    """
    Orders received before **18:00** are baked the next morning.

    * `bread`: a name from the list of breads
    * `count`: how many loaves
    * `allergens`: what must not be in it
    \f
    :param order: the order, already checked
    :returns: the order as it was accepted
    """
    return order
