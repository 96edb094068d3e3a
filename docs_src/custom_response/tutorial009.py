from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse

invoice = Path("invoice.txt")
app = FastAPI()


@app.get("/invoice")
def read_invoice() -> FileResponse:
    invoice.write_text("2 rye loaves: 9.00\n")
    return FileResponse(invoice, filename="crumb-7.txt")
