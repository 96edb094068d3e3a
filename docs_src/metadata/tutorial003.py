from fastapi import FastAPI

app = FastAPI(docs_url="/documentation", redoc_url=None)


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]
