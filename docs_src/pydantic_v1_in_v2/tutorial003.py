from fastapi import FastAPI
from fastapi.exceptions import PydanticV1NotSupportedError
from pydantic.v1 import BaseModel

app = FastAPI()


class Order(BaseModel):
    bread: str


try:

    @app.post("/orders")
    async def create_order(order: Order) -> None: ...

except PydanticV1NotSupportedError as error:
    print(error)
