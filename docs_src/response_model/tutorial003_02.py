from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse, RedirectResponse

app = FastAPI()


@app.get("/reading-room")
async def read_reading_room(plan: bool = False) -> Response:
    if plan:
        return RedirectResponse("https://harbor-library.example/plan")
    return JSONResponse({"seats": 24, "opens": "09:00"})
