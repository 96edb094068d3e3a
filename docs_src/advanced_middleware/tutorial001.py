from fastapi import FastAPI
from fastapi.middleware.httpsredirect import HTTPSRedirectMiddleware

app = FastAPI()

app.add_middleware(HTTPSRedirectMiddleware)


@app.get("/books")
async def list_books() -> list[str]:
    return ["Salt Roads", "Tides and Timber"]
