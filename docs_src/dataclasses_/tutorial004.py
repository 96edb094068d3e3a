from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass


@dataclass
class Delivery:
    street: str
    loaves: int = 1


@checked_dataclass
class CheckedDelivery:
    street: str
    loaves: int = 1


row: dict[str, Any] = {"street": "Quay 3", "loaves": "many"}

print(Delivery(**row))
try:
    CheckedDelivery(**row)
except ValidationError as error:
    print(error.errors()[0]["msg"])
