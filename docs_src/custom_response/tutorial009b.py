from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse

invoice = Path("invoice.txt")
app = FastAPI()


@app.get("/invoice", response_class=FileResponse)
def read_invoice() -> Path:
    invoice.write_text("2 rye loaves: 9.00\n")
    return invoice
