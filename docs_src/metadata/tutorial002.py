from fastapi import FastAPI

app = FastAPI(openapi_url="/api/v1/openapi.json")


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]
