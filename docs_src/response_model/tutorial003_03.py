from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/plan")
async def read_plan() -> RedirectResponse:
    return RedirectResponse("https://harbor-library.example/plan")
