from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int) -> dict[str, int]:
    return {"hut_id": hut_id}
