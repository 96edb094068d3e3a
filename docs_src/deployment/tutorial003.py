from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/huts/{hut_id}")
async def read_hut(hut_id: int, request: Request) -> dict[str, str]:
    client = request.client.host if request.client else "unknown"
    link = request.url_for("read_hut", hut_id=str(hut_id))
    return {"client": client, "link": str(link)}
