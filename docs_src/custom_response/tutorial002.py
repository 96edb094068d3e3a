from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()


@app.get("/hours/", response_class=HTMLResponse)
async def read_hours() -> str:
    return "<h1>Crumb</h1>\n<p>Open from 6 to 18, closed on Mondays.</p>\n"
