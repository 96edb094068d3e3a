from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int, request: Request) -> dict[str, int | str]:
    asked_from = request.client.host if request.client else "unknown"
    return {"hut_id": hut_id, "asked_from": asked_from}
