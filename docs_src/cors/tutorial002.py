from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(CORSMiddleware, allow_origins=["*"])


@app.get("/")
async def read_weather() -> dict[str, str | int]:
    return {"station": "Steinbock", "temperature": -3}
