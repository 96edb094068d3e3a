from fastapi import FastAPI

app = FastAPI()


@app.get("/oven", include_in_schema=False)
async def read_oven() -> dict[str, int]:
    return {"celsius": 240}
