from fastapi import FastAPI

app = FastAPI()


@app.get("/breads")
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]


@app.get("/assortment", deprecated=True)
async def list_assortment() -> list[str]:
    return ["Rye loaf", "Spelt roll"]
