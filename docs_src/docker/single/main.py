from fastapi import FastAPI

app = FastAPI()


@app.get("/breads")
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt with walnuts"]
