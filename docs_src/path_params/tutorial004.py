from fastapi import FastAPI

app = FastAPI()


@app.get("/maps/{map_path:path}")
async def read_map(map_path: str) -> dict[str, str]:
    return {"map_path": map_path}
