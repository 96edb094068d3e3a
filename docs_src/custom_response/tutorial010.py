from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse

app = FastAPI(default_response_class=HTMLResponse)


@app.get("/hours/")
async def read_hours() -> str:
    return "<h1>Crumb</h1><p>Open from 6 to 18.</p>"


@app.get("/robots.txt", response_class=PlainTextResponse)
async def read_robots() -> str:
    return "User-agent: *\nAllow: /"
