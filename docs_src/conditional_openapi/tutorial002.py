from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    show_docs: bool = False


settings = Settings()

app = FastAPI(openapi_url="/openapi.json" if settings.show_docs else None)


@app.get("/")
async def read_shop() -> dict[str, str]:
    return {"bakery": "Crumb"}
