import random
from typing import Annotated

from fastapi import FastAPI
from pydantic import AfterValidator

app = FastAPI()

catalogue = {
    "isbn-9780000000019": "Salt Roads",
    "isbn-9780000000026": "Tides and Timber",
    "issn-0000-0019": "Harbor Monthly",
}


def check_number(number: str) -> str:
    if not number.startswith(("isbn-", "issn-")):
        raise ValueError("a number starts with 'isbn-' or 'issn-'")
    return number


@app.get("/books")
async def read_book(
    number: Annotated[str | None, AfterValidator(check_number)] = None,
) -> dict[str, str | None]:
    if number is None:
        number = random.choice(list(catalogue))
    return {"number": number, "title": catalogue.get(number)}
