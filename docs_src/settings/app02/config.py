from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "Trailhead"
    contact_email: str
    beds_per_booking: int = 8
