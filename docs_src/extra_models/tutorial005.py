from fastapi import FastAPI

app = FastAPI()


@app.get("/fees")
async def read_fees() -> dict[str, float]:
    return {"book": 0.2, "map": 0.5, "audio book": 1}
