from fastapi import FastAPI

from .config import settings

app = FastAPI()


@app.get("/info")
async def read_info() -> dict[str, str | int]:
    return {
        "app_name": settings.app_name,
        "contact_email": settings.contact_email,
        "beds_per_booking": settings.beds_per_booking,
    }
