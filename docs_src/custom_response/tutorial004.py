from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()


def make_page() -> HTMLResponse:
    page = "<h1>Crumb</h1>\n<p>Closed for the holidays.</p>\n"
    return HTMLResponse(content=page, headers={"X-Season": "winter"})


@app.get("/hours/", response_class=HTMLResponse)
async def read_hours() -> Any:
    return make_page()
