from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def read_index() -> dict[str, str]:
    return {"message": "Welcome to Trailhead"}
