from fastapi import FastAPI
from pydantic import BaseModel


class Label(BaseModel):
    title: str
    copies: int = 1


app = FastAPI(strict_content_type=False)


@app.post("/labels")
async def print_label(label: Label) -> str:
    return f"Printing {label.copies} x {label.title}"
