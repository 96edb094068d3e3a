from fastapi import Depends, FastAPI

from .config import Settings

app = FastAPI()


def get_settings() -> Settings:
    return Settings()


@app.get("/info")
async def read_info(
    settings: Settings = Depends(get_settings),
) -> dict[str, str | int]:
    return {
        "app_name": settings.app_name,
        "contact_email": settings.contact_email,
        "beds_per_booking": settings.beds_per_booking,
    }
