from fastapi import FastAPI

app = FastAPI(
    title="Trailhead",
    version="2.4.0",
    license_info={"name": "Apache 2.0", "identifier": "Apache-2.0"},
)


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]
