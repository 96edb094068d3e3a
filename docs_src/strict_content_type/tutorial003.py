from fastapi import APIRouter, FastAPI
from pydantic import BaseModel


class Label(BaseModel):
    title: str
    copies: int = 1


app = FastAPI()
scanner = APIRouter(prefix="/scanner", strict_content_type=False)


@app.post("/labels")
async def print_label(label: Label) -> str:
    return f"Printing {label.copies} x {label.title}"


@scanner.post("/labels")
async def print_scanned_label(label: Label) -> str:
    return f"Printing {label.copies} x {label.title}"


app.include_router(scanner)
