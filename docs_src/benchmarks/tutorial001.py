from fastapi import FastAPI

app = FastAPI()


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]


@app.get("/health")
async def read_health() -> dict[str, bool]:
    return {"schema_made": app.openapi_schema is not None}
