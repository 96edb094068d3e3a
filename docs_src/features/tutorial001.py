from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError


class Member(BaseModel):
    id: int
    name: str
    joined: date


def greet(name: str) -> str:
    return f"Welcome to the Harbor Library, {name.title()}."


mira = Member(id=7, name="mira", joined=date(2025, 3, 14))
print(greet(mira.name))

row: dict[str, Any] = {"id": "8", "name": "jonas", "joined": "2025-09-30"}
jonas = Member(**row)
print(repr(jonas))

row["joined"] = "2025-09-31"
try:
    Member(**row)
except ValidationError as error:
    print(error.errors()[0]["type"])
