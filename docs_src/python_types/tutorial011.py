from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError


class Loan(BaseModel):
    id: int
    member: str = "mira"
    due: datetime | None = None
    renewals: list[int] = []


row: dict[str, Any] = {
    "id": "123",
    "due": "2026-04-01 18:00",
    "renewals": [7, "14", b"21"],
}
loan = Loan(**row)
print(loan)
print(loan.id + 1)

try:
    row["id"] = "twelve"
    Loan(**row)
except ValidationError as error:
    print(error)
