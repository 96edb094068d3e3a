from fastapi import FastAPI

app = FastAPI()


@app.post("/scale")
async def weigh(kilograms: dict[int, float]) -> dict[int, float]:
    return kilograms
