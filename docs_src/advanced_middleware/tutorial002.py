from fastapi import FastAPI
from fastapi.middleware.trustedhost import TrustedHostMiddleware

app = FastAPI()

app.add_middleware(
    TrustedHostMiddleware,
    allowed_hosts=["library.example", "*.library.example", "127.0.0.1"],
)


@app.get("/books")
async def list_books() -> list[str]:
    return ["Salt Roads", "Tides and Timber"]
