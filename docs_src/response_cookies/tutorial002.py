from fastapi import FastAPI, Response
from pydantic import BaseModel


class Visit(BaseModel):
    desk: str


app = FastAPI()


@app.post("/visits/")
async def start_visit(response: Response) -> Visit:
    response.set_cookie(key="reading_room", value="north")
    return Visit(desk="Harbor Library")
