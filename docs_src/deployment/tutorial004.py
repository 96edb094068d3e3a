from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
async def check_health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]
