import json
from datetime import datetime, timedelta
from decimal import Decimal

from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel


class Tour(BaseModel):
    name: str
    start: datetime
    guide: str | None = None


tour = Tour(name="Ridge walk", start=datetime(2027, 7, 3, 6, 30))
data = {
    "tour": tour,
    "huts": {"Alpenrose"},
    "duration": timedelta(hours=5),
    "price": Decimal("12.50"),
}

try:
    json.dumps(data)
except TypeError as error:
    print(error)

encoded = jsonable_encoder(data)
for key, value in encoded.items():
    print(key, "=", value)

print(json.dumps(encoded["tour"]))
print(jsonable_encoder(tour, exclude_unset=True))
