from fastapi import FastAPI

app = FastAPI()


@app.post("/huts", status_code=201)
async def add_hut(name: str) -> dict[str, str]:
    return {"name": name}
