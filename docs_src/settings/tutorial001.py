from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "Trailhead"
    contact_email: str = "huts@trailhead.example"
    beds_per_booking: int = 8


settings = Settings()
app = FastAPI()


@app.get("/info")
async def read_info() -> dict[str, str | int]:
    return {
        "app_name": settings.app_name,
        "contact_email": settings.contact_email,
        "beds_per_booking": settings.beds_per_booking,
    }
