from fastapi import FastAPI

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id):
    return {"hut_id": hut_id}
