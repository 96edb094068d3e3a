from typing import Annotated

from fastapi import FastAPI, Header, HTTPException, Response
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(
    CORSMiddleware,
    allow_origins=[
        "https://trailhead.example",
        "http://localhost:8080",
    ],
    allow_credentials=True,
    allow_methods=["GET", "PUT"],
    allow_headers=["X-Token"],
    expose_headers=["X-Beds-Free"],
)


@app.get("/")
async def read_hut(response: Response) -> dict[str, str]:
    response.headers["X-Beds-Free"] = "12"
    return {"hut": "Alpenrose"}


@app.put("/beds")
async def set_beds(
    free: int, x_token: Annotated[str, Header()]
) -> dict[str, int]:
    if x_token != "edelweiss":
        raise HTTPException(status_code=403, detail="This token is not valid")
    return {"free": free}
