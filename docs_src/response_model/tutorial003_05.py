from fastapi import FastAPI, Response
from fastapi.responses import RedirectResponse

app = FastAPI()


@app.get("/reading-room", response_model=None)
async def read_reading_room(plan: bool = False) -> Response | dict[str, int]:
    if plan:
        return RedirectResponse("https://harbor-library.example/plan")
    return {"seats": 24}
