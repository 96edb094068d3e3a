from fastapi import FastAPI

app = FastAPI()


@app.get("/breads", openapi_extra={"x-oven": "stone"})
async def list_breads() -> list[str]:
    return ["rye", "spelt"]
