import os

from fastapi import FastAPI

app = FastAPI()
visits = 0


@app.get("/visits")
async def count_visit() -> dict[str, int]:
    global visits
    visits += 1
    return {"process": os.getpid(), "visits": visits}
