from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware

app = FastAPI()

app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)


@app.get("/loans")
async def list_loans(limit: int = 3) -> list[str]:
    return ["Salt Roads"] * max(0, min(limit, 500))
