from fastapi import FastAPI

trailhead = FastAPI()


@trailhead.get("/")
async def read_index() -> dict[str, str]:
    return {"message": "Welcome to Trailhead"}
