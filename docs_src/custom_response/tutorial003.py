from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()


@app.get("/hours/")
async def read_hours() -> Any:
    page = "<h1>Crumb</h1>\n<p>Closed for the holidays.</p>\n"
    return HTMLResponse(content=page, status_code=200)
