import asyncio
import time

from fastapi import FastAPI

SECONDS = 0.1

app = FastAPI()


@app.get("/async")
async def wait_and_let_others_work() -> dict[str, float]:
    await asyncio.sleep(SECONDS)
    return {"seconds": SECONDS}


@app.get("/sync")
def wait_in_a_thread() -> dict[str, float]:
    time.sleep(SECONDS)
    return {"seconds": SECONDS}


@app.get("/stalled")
async def wait_and_stop_everybody() -> dict[str, float]:
    time.sleep(SECONDS)
    return {"seconds": SECONDS}
