from fastapi import FastAPI

app = FastAPI()


@app.get("/api/breads")
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt roll"]


app.frontend("/", directory="dist", fallback=None)
