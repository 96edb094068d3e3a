from fastapi import FastAPI

app = FastAPI()

huts = ["Alpenrose", "Birkenhof", "Steinbock", "Tannegg", "Wildsee"]


@app.get("/huts")
async def list_huts(skip: int = 0, limit: int = 3) -> list[str]:
    return huts[skip : skip + limit]
