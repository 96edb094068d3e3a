from fastapi import FastAPI, status

app = FastAPI()


@app.post("/huts", status_code=status.HTTP_201_CREATED)
async def add_hut(name: str) -> dict[str, str]:
    return {"name": name}
