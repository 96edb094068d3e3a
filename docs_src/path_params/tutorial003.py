from fastapi import FastAPI

app = FastAPI()


@app.get("/hikers/me")
async def read_own_profile() -> dict[str, str]:
    return {"hiker": "the one who is asking"}


@app.get("/hikers/{name}")
async def read_profile(name: str) -> dict[str, str]:
    return {"hiker": name}
