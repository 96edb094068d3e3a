from fastapi import FastAPI

app = FastAPI()


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof"]


@app.get("/huts")
async def list_open_huts() -> list[str]:
    return ["Birkenhof"]
