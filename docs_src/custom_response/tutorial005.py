from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

app = FastAPI()


@app.get("/", response_class=PlainTextResponse)
async def read_bread_of_the_day() -> str:
    return "Spelt with walnuts"
