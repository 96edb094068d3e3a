from fastapi import FastAPI

app = FastAPI()


@app.get("/breads", operation_id="list_breads_of_today")
async def list_breads() -> list[str]:
    return ["rye", "spelt"]
