from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def read_summit() -> dict[str, str | int]:
    return {"summit": "Steinbock", "altitude": 2871}
