from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.post("/visits/")
async def start_visit() -> JSONResponse:
    response = JSONResponse(content={"desk": "Harbor Library"})
    response.set_cookie(key="reading_room", value="north")
    return response
