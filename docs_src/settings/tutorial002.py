from fastapi import FastAPI
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="TRAILHEAD_")

    weather_url: str = "https://weather.example"
    weather_key: SecretStr = SecretStr("demo")


settings = Settings()
app = FastAPI()


@app.get("/weather-access")
async def read_weather_access() -> dict[str, str | bool]:
    key = settings.weather_key.get_secret_value()
    return {"shown": str(settings.weather_key), "is_demo": key == "demo"}
