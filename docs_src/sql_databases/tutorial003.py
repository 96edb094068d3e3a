from typing import Any

from pydantic import ValidationError
from sqlmodel import Field, SQLModel


class Hut(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str


data: dict[str, Any] = {"name": 12}

print(repr(Hut(**data)))

try:
    Hut.model_validate(data)
except ValidationError as error:
    print(error.errors()[0]["msg"])
