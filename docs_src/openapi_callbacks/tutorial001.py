from fastapi import APIRouter, FastAPI
from pydantic import BaseModel, HttpUrl

app = FastAPI()


class Order(BaseModel):
    id: str
    customer: str
    loaves: int


class Delivery(BaseModel):
    driver: str
    arrived: bool


class DeliveryReceived(BaseModel):
    ok: bool


customer_api = APIRouter()


@customer_api.post(
    "{$request.query.callback_url}/deliveries/{$request.body#/id}",
    response_model=DeliveryReceived,
)
def report_delivery(body: Delivery) -> None:
    """The van has reached you, or could not."""


@app.post("/orders", callbacks=customer_api.routes)
async def create_order(
    order: Order, callback_url: HttpUrl | None = None
) -> dict[str, str]:
    return {"message": f"{order.loaves} loaves for {order.customer}"}
